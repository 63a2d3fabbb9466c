#!/bin/sh
# Fetches many characters from a server that fails and resets at random, in the modes async and
# threads, and checks that each id is accounted for once: printed, or one line of failure. Tells the
# memory, the threads and the connections meanwhile and what is left of these. Linux alone, since it
# reads /proc.
#
#   src/bench/soak.sh [IDS]        100000 if not given; after mvn package
#
# FETCH_CHARACTERS says how to start the tool, if not from target.
set -eu

ids=${1:-100000}
cd "$(dirname "$0")/../.."
tool=${FETCH_CHARACTERS:-target/fetch-characters/bin/fetch-characters}
work=$(mktemp -d)
server=
trap 'test -z "$server" || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

field() { sed -n "s/^$2:[^0-9]*\([0-9]*\).*/\1/p" "/proc/$1/status" 2>/dev/null || true; }

# Sockets that the process holds open.
sockets() { find "/proc/$1/fd" -lname 'socket:*' 2>/dev/null | wc -l; }

# TCP connections of the server, but for the listening socket and what waits out its time.
connections() {
  cat /proc/net/tcp /proc/net/tcp6 |
    awk -v end=":$port" '$2 ~ end "$" && $4 != "0A" && $4 != "06" { n++ } END { print n + 0 }'
}

: > "$work/server"
# shellcheck disable=SC2086 # the tool may be several words
$tool serve --latency=0ms --error-rate=0.05 --reset-rate=0.02 --characters="$ids" \
  > "$work/server" 2> "$work/server.err" &
server=$!
while ! grep -q listening "$work/server"; do
  kill -0 "$server"
  sleep 0.1
done
url=$(sed 's/^listening on //;q' "$work/server")
seq "$ids" > "$work/asked"
port=$(printf '%04X' "$(echo "$url" | sed 's/.*:\([0-9]*\).*/\1/')")
result=0

for mode in async threads; do
  start=$(date +%s)
  # shellcheck disable=SC2086
  $tool --mode="$mode" --base-url="$url" --retry-delay=10ms --timing -f ndjson "1-$ids" \
    > "$work/out" 2> "$work/err" &
  client=$!
  : > "$work/samples"
  while kill -0 "$client" 2>/dev/null; do
    echo "$(field "$client" VmRSS) $(field "$client" Threads) $(sockets "$client")" >> "$work/samples"
    sleep 0.5
  done
  status=0
  wait "$client" || status=$?
  seconds=$(($(date +%s) - start))

  sed -n 's/^{"id":\([0-9]*\),.*/\1/p' "$work/out" > "$work/printed"
  sed -n 's/^fetch-characters: character \([0-9]*\): .*/\1/p' "$work/err" > "$work/failed"
  sort -n "$work/printed" "$work/failed" > "$work/accounted"
  other=$(grep -cv '^fetch-characters: character ' "$work/err" || true)

  echo "$mode: exit $status after $seconds s, $(wc -l < "$work/printed") printed," \
    "$(wc -l < "$work/failed") failed, $other other lines of standard error"
  tail -n 1 "$work/err" | sed 's/^/  /'
  awk 'NF == 3 { rss[++n] = $1; if ($2 > t) t = $2; if ($3 > s) s = $3 }
    END {
      for (i = 1; i <= n; i++) {
        if (rss[i] > peak) peak = rss[i]
        if (i <= n / 2 && rss[i] > early) early = rss[i]
      }
      printf "  resident memory: %d MB at most, %d MB in the first half; ", peak / 1024, early / 1024
      printf "%d threads, %d sockets at most\n", t, s
    }' "$work/samples"
  # The server sees the end of the connections a little later.
  sleep 2
  left=$(connections)
  echo "  connections left at the server: $left"

  if ! cmp -s "$work/asked" "$work/accounted"; then
    echo "  NOT every id is accounted for once:"
    diff "$work/asked" "$work/accounted" | head
    result=1
  fi
  if [ "$left" -gt 0 ]; then
    echo "  connections are left over"
    result=1
  fi
done
exit "$result"
