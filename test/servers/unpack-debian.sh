#!/bin/sh
# Unpacks a PostgreSQL that only Debian's newer suites have into test/servers/unpacked/MAJOR, with the libraries that it
# needs. Nothing is installed, and the machine's own package lists stay as they are.
#
#   unpack-debian.sh MAJOR
#
# Ends with 1 and a sentence where the packages cannot be had here.
set -eu
major=$1
here=$(cd "$(dirname "$0")" && pwd)
target=$here/unpacked/$major

cannot() {
  echo "PostgreSQL $major cannot be compared on a real server here: $1. Its recorded facts are used."
  exit 1
}

for program in apt-get apt-cache dpkg-deb; do
  command -v "$program" >/dev/null || cannot "this machine has no $program"
done
[ "$(dpkg --print-architecture)" = amd64 ] || cannot "only the packages for amd64 are known to run"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/sources" "$work/packages"
# The machine's own mirror, with the suites that have the newest packages.
mirror=$(cat /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null |
  sed -nE 's/^(URIs: *|deb +(\[[^]]*\] *)?)(https?:[^ ]*\/debian)\/?( .*)?$/\3/p' | head -n 1)
[ -n "$mirror" ] || mirror=http://deb.debian.org/debian
cat >"$work/sources/newest.sources" <<END
Types: deb
URIs: $mirror
Suites: sid experimental
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
END
cat >"$work/apt.conf" <<END
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "$work/sources";
Dir::State::lists "$work/lists";
Dir::Cache "$work/cache";
APT::Sandbox::User "root";
Acquire::Retries "2";
Acquire::http::Timeout "20";
END
export APT_CONFIG="$work/apt.conf"
timeout 120 apt-get update -qq >/dev/null 2>&1 || cannot "Debian's package lists cannot be read"
version=$(apt-cache policy "postgresql-$major" | sed -n 's/^ *Candidate: //p')
case $version in '' | '(none)') cannot "Debian has no package postgresql-$major" ;; esac
if [ "$(cat "$target/version" 2>/dev/null)" = "$version" ]; then
  echo "PostgreSQL $major: $version is unpacked already"
  exit 0
fi

# The shared libraries that the server depends on, the C library among them; programs and Perl modules are left out.
libraries=$(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces \
  --no-enhances "postgresql-$major" | grep -E '^(lib|zlib)' | grep -vE -- '-(perl|bin|common|modules|l10n)$|^libperl' | sort -u)
cd "$work/packages"
# shellcheck disable=SC2086 # a list of names
timeout 240 apt-get download -qq "postgresql-$major" $libraries >/dev/null 2>&1 || cannot "its packages cannot be downloaded"
rm -rf "$target"
mkdir -p "$target"
for package in *.deb; do dpkg-deb -x "$package" "$target"; done

# The programs run with their own C library, by its own loader: each one by a line of shell with its name.
bin=$target/usr/lib/postgresql/$major/bin
mkdir "$target/programs"
for program in postgres initdb; do
  mv "$bin/$program" "$target/programs/$program"
  cat >"$bin/$program" <<END
#!/bin/sh
root=\$(cd "\$(dirname "\$0")/../../../../.." && pwd)
libraries=\$root/usr/lib/x86_64-linux-gnu
exec "\$libraries/ld-linux-x86-64.so.2" --library-path "\$libraries" --argv0 "\$0" "\$root/programs/$program" "\$@"
END
  chmod 755 "$bin/$program"
done
echo "$version" >"$target/version"
echo "PostgreSQL $major: $version is unpacked in test/servers/unpacked/$major"
