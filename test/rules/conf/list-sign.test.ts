import rule from '../../../rules/conf/list-sign.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const invalid = (messageId: string, name: string, value: string, right: string) => ({
  conf: `${name} = '${value}'\n`,
  errors: [
    {
      messageId,
      line: 1,
      text: `'${value}'`,
      suggestions: [{ title: `Write '${right}'`, output: `${name} = '${right}'\n` }],
    },
  ],
});

testRule(rule, {
  valid: [
    "search_path = 'public, app'\n",
    'search_path = \'"$user", public\'\n',
    { name: 'refused, which another rule says', conf: "search_path = 'public app'\n" },
    { name: 'a name that only looks odd', conf: 'search_path = \'"my-schema", "a.b;"\'\n' },
    { name: 'a sign and no names on both sides', conf: "search_path = 'a-b:c-d'\n" },
    "dynamic_library_path = '$libdir:/opt/lib'\n",
    { name: 'Windows has semicolons', conf: "dynamic_library_path = 'C:/pg/lib;$libdir'\n" },
    { name: 'a folder with a space in its name', conf: "dynamic_library_path = '/opt/my libraries'\n" },
    "temp_tablespaces = 'fast, slow'\n",
    "default_tablespace = 'fast'\n",
    'default_tablespace = \'"a/b"\'\n',
    { name: 'replaced later on', conf: "search_path = 'a;b'\nsearch_path = 'a, b'\n" },
  ],
  invalid: [
    // Run on 10.23, 13.23, 15.18 and 18.4: show search_path gives public;app, current_schemas(false) is empty.
    invalid('comma', 'search_path', 'public;app', 'public, app'),
    invalid('comma', 'search_path', 'public:app', 'public, app'),
    invalid('comma', 'search_path', 'public|app', 'public, app'),
    invalid('comma', 'search_path', '{public,app}', 'public, app'),
    invalid('comma', 'search_path', '[public]', 'public'),
    invalid('comma', 'search_path', 'public,app;', 'public, app'),
    invalid('quotes', 'search_path', '"public,app"', 'public, app'),
    invalid('quotes', 'search_path', '"$user, public"', '"$user", public'),
    // The same servers take both without a message, and use the default tablespace.
    invalid('comma', 'temp_tablespaces', 'fast;slow', 'fast, slow'),
    { conf: "temp_tablespaces = '/mnt/fast'\n", errors: [{ messageId: 'folder', line: 1, column: 20 }] },
    { conf: "default_tablespace = '/mnt/fast'\n", errors: [{ messageId: 'single', line: 1, column: 22 }] },
    { conf: "default_tablespace = 'fast, slow'\n", errors: [{ messageId: 'single', line: 1, column: 22 }] },
    { ...invalid('comma', 'oauth_validator_libraries', 'one;two', 'one, two'), postgres: [18] },
    // LOAD fails there: invalid macro name in dynamic library path: $libdir,/opt/lib.
    invalid('colon', 'dynamic_library_path', '$libdir,/opt/lib', '$libdir:/opt/lib'),
    invalid('colon', 'dynamic_library_path', '/opt/lib; $libdir', '/opt/lib:$libdir'),
    { ...invalid('colon', 'extension_control_path', '$system;/opt', '$system:/opt'), postgres: [18] },
  ],
});
