import type { StartupError, StartupSettings } from './settings.js';

/** huge_pages = on works with memory of the type mmap only (12 and later, sysv_shmem.c; run on 12 to 18). */
export function checkHugePages(settings: StartupSettings): StartupError[] {
  const type = settings.text('shared_memory_type');
  if (type !== 'sysv' || settings.text('huge_pages') !== 'on') return [];
  return [
    {
      code: 'huge-pages-need-mmap',
      severity: 'error',
      message:
        'huge_pages = on does not work with shared_memory_type = sysv, and the server does not start. Set shared_memory_type = mmap, or huge_pages = try.',
      parameters: ['huge_pages', 'shared_memory_type'],
    },
  ];
}
