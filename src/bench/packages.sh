#!/usr/bin/env bash
# Sizes and start-up times of the packages in target/dist: packages.sh [-n RUNS]. The packages take turns, so that all meet
# the same disturbances; medians of RUNS, 21 by default, after one to warm up.
set -euo pipefail
cd "$(dirname "$0")/../../target/dist"
runs=21
[ "${1-}" != -n ] || runs=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
export JAVA_HOME HOME=$work

zips=(fetch-characters-*.zip)
portable=${zips[0]%.zip}
image=("$portable"-linux-*.tar.gz)
mkdir "$work"/{plain,archived,own,deb}
tar -xzf "$portable.tar.gz" -C "$work/plain" --strip-components=1
cp -Rp "$work/plain/." "$work/archived"
"$work/archived/lib/make-archive" "$JAVA_HOME" "$work/archived" "$work/lists"
tar -xzf "${image[0]}" -C "$work/own" --strip-components=1
dpkg-deb -x ./*.deb "$work/deb"
commands=("$work"/{plain,archived,own}/bin/fetch-characters "$work/deb/usr/bin/fetch-characters")
names=('portable, without an archive' 'portable, with an archive' 'with its own Java' 'Debian package')

du -h --apparent-size ./*.zip ./*.gz ./*.deb
du -sh "$work"/{plain,own,deb}

# Prints the microseconds that a run takes.
microseconds() {
  local start=$EPOCHREALTIME
  "$@" >/dev/null
  local end=$EPOCHREALTIME
  echo $((${end/[.,]/} - ${start/[.,]/}))
}

for arguments in --version '--demo --demo-latency=0ms 1 10 100'; do
  for ((run = 0; run <= runs; run++)); do
    for i in "${!commands[@]}"; do
      # shellcheck disable=SC2086 # Several words.
      microseconds "${commands[i]}" $arguments >>"$work/times.$i"
      [ $run -gt 0 ] || rm "$work/times.$i"
    done
  done
  for i in "${!commands[@]}"; do
    printf '%-30s %-40s %s ms\n' "${names[i]}" "$arguments" \
      "$(sort -n "$work/times.$i" | awk '{ all[NR] = $1 } END { printf "%.0f", all[int((NR + 1) / 2)] / 1000 }')"
    rm "$work/times.$i"
  done
done
