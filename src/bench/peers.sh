#!/usr/bin/env bash
# Measures fetch-characters against what one would use instead, as whole processes, and prints one table.
#
#   src/bench/peers.sh [-j JAVA_HOME] [-n RUNS] [CASE...]
#     -j  the JDK that builds and runs the tool (default: $JAVA_HOME, else the java on the PATH)
#     -n  counted runs of each program, after one that is not (default 15)
#     CASE  words that a case's name must contain, such as: zero sync 826 https 20000 java memory help exit
#
# Everything is served on loopback. Ours and the peer run in turn, so that a drift of the machine meets both; times are
# medians, the spread is the fastest and the slowest run. Quote the ratios.
set -euo pipefail
cd "$(dirname "$0")/../.."

runs=15
java_home=${JAVA_HOME:-}
while getopts j:n: option; do
  case $option in
    j) java_home=$OPTARG ;;
    n) runs=$OPTARG ;;
    *) sed -n '4,7s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ -z "$java_home" ] || export JAVA_HOME=$java_home

python=/usr/bin/python3 # Debian's: a version manager's shim would add to its time.
missing=()
need() { command -v "$1" >/dev/null || missing+=("$2"); }
need hyperfine hyperfine
need curl curl
need nginx nginx-light
need openssl openssl
need mvn maven
[ -x /usr/bin/time ] || missing+=(time)
"$python" -c 'import requests' 2>/dev/null || missing+=(python3-requests)
[ -f /usr/lib/nginx/modules/ngx_http_echo_module.so ] || missing+=(libnginx-mod-http-echo)
if [ ${#missing[@]} -gt 0 ]; then
  echo "missing; install with: apt-get install --no-install-recommends ${missing[*]}" >&2
  exit 1
fi

mvn -q -B -DskipTests package </dev/null
tool=$PWD/target/fetch-characters/bin/fetch-characters
work=$(mktemp -d)
nginx_pid=
trap '[ -z "$nginx_pid" ] || kill "$nginx_pid"; rm -rf "$work"' EXIT

# The records of the built-in API as files, served by nginx: at once, and after 50 and 200 ms.
characters=20000
"$tool" serve --port=0 --latency=0ms --characters=$characters >"$work/serve" &
serve_pid=$!
until [ -s "$work/serve" ]; do kill -0 $serve_pid; done
mkdir -p "$work/www/api/character" "$work/tmp"
"$tool" -f ndjson --base-url="$(sed 's/.* //' "$work/serve")" 1-$characters |
  "$python" -c '
import json, sys
for line in sys.stdin:
    with open(sys.argv[1] + "/" + str(json.loads(line)["id"]), "w") as record:
        record.write(line.rstrip("\n"))' "$work/www/api/character"
kill $serve_pid
wait $serve_pid 2>/dev/null || true

# Five free ports.
read -r zero fifty two_hundred https status < <("$python" -c '
import socket
sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(5)]
print(*(s.getsockname()[1] for s in sockets))')
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost \
  -addext 'subjectAltName=DNS:localhost,IP:127.0.0.1' -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
"${JAVA_HOME:+$JAVA_HOME/bin/}keytool" -importcert -noprompt -alias bench -file "$work/cert.pem" \
  -keystore "$work/trust.p12" -storepass changeit 2>/dev/null
cat >"$work/nginx.conf" <<END
load_module /usr/lib/nginx/modules/ngx_http_echo_module.so;
worker_processes 1;
worker_rlimit_nofile 65536;
daemon off;
pid $work/nginx.pid;
error_log $work/error.log warn;
events { worker_connections 4096; }
http {
  access_log off;
  default_type application/json;
  keepalive_requests 1000000;
  client_body_temp_path $work/tmp; proxy_temp_path $work/tmp; fastcgi_temp_path $work/tmp;
  uwsgi_temp_path $work/tmp; scgi_temp_path $work/tmp;
  ssl_certificate $work/cert.pem;
  ssl_certificate_key $work/key.pem;
  root $work/www;
  server { listen 127.0.0.1:$zero; }
  server {
    listen 127.0.0.1:$fifty;
    listen 127.0.0.1:$https ssl http2;
    location /api/ { echo_sleep 0.05; echo_exec /later\$uri; }
    location /later/ { internal; alias $work/www/; }
  }
  server {
    listen 127.0.0.1:$two_hundred;
    location /api/ { echo_sleep 0.2; echo_exec /later\$uri; }
    location /later/ { internal; alias $work/www/; }
  }
  server { listen 127.0.0.1:$status; location / { stub_status; } }
}
END
chmod -R a+rX "$work"
nginx -p "$work" -c "$work/nginx.conf" 2>/dev/null &
nginx_pid=$!
until curl -s -o "$work/status" "http://127.0.0.1:$status/"; do kill -0 $nginx_pid; done

# The two programs of "Gradually Migrating Python Code to asyncio" (2022), less their log.
cat >"$work/sequential.py" <<'END'
import sys, requests

def get_character(id):
    return requests.get(f"{sys.argv[1]}/character/{id}").json()["name"]

print([get_character(id) for id in [1, 10, 100]])
END
cat >"$work/executor.py" <<'END'
import asyncio, sys, requests

def get(path):
    return requests.get(f"{sys.argv[1]}/{path}").json()

async def get_character(id):
    loop = asyncio.get_running_loop()
    return (await loop.run_in_executor(None, get, f"character/{id}"))["name"]

async def main():
    print(await asyncio.gather(*(get_character(id) for id in [1, 10, 100])))

asyncio.run(main())
END

# Connections that nginx has accepted so far.
accepted() { curl -s "http://127.0.0.1:$status/" | awk 'NR == 3 { print $1 }'; }

# Seconds of one run, by hyperfine; it takes the time best, but knows no alternation.
seconds() {
  local failing=
  case $1 in *--no-such-option) failing=--ignore-failure ;; esac
  hyperfine --style=none --runs=1 --shell=none --output=null $failing --export-json="$work/run.json" "$1" \
    >/dev/null 2>&1 || { echo "failed: $1" >&2; exit 1; }
  "$python" -c 'import json, sys; print(json.load(open(sys.argv[1]))["results"][0]["times"][0])' "$work/run.json"
}

# Connections opened and peak memory in MiB of one run.
footprint() {
  local before after
  before=$(accepted)
  # shellcheck disable=SC2086 # a command of plain words
  /usr/bin/time -o "$work/memory" -f %M $1 >/dev/null 2>&1 || true
  after=$(accepted)
  echo "$((after - before - 1)) $(($(tail -1 "$work/memory") / 1024))"
}

case_of() { # name, target, runs, ours, peer
  local name=$1 target=$2 count=$3 ours=$4 peer=$5 i
  chosen "$name" || return 0
  seconds "$ours" >/dev/null
  [ -z "$peer" ] || seconds "$peer" >/dev/null
  : >"$work/ours"
  : >"$work/peer"
  for ((i = 0; i < count; i++)); do
    seconds "$ours" >>"$work/ours"
    [ -z "$peer" ] || seconds "$peer" >>"$work/peer"
  done
  # shellcheck disable=SC2046,SC2059 # fields; the one format of all rows
  printf "$row" "$name" $("$python" -c '
import statistics, sys
ours, peer = ([float(line) for line in open(file)] for file in sys.argv[1:3])
m = statistics.median
print(f"{m(ours):.3f}", f"{m(peer):.3f}" if peer else "-", f"{m(ours) / m(peer):.2f}" if peer else "-",
      f"{min(ours):.3f}..{max(ours):.3f}" + (f"/{min(peer):.3f}..{max(peer):.3f}" if peer else ""))' \
    "$work/ours" "$work/peer") $(footprint "$ours") "$target"
}

words=("$@")
chosen() {
  local word
  [ ${#words[@]} -gt 0 ] || return 0
  for word in "${words[@]}"; do [[ $1 == *"$word"* ]] && return 0; done
  return 1
}

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
echo "$("$java" -version 2>&1 | sed -n 2p); $(nproc) processors; $(curl --version | cut -d' ' -f1-2 | head -1); $("$python" --version)"
row='%-38s %8s %8s %6s %-29s %6s %6s  %s\n'
# shellcheck disable=SC2059 # the one format of all rows
printf "$row" case 'ours s' 'peer s' ratio 'spread (ours/peer)' conns MiB target
url() { echo "http://127.0.0.1:$1/api"; }
some() { echo "http://127.0.0.1:$1/api/character/{1,10,100}"; }
all='--parallel-max 50 -o /dev/null'

case_of 'curl: 3 ids, 200 ms, async' '1.0 / 0.97' "$runs" \
  "$tool --base-url=$(url "$two_hundred") 1 10 100" "curl -sZ $(some "$two_hundred")"
case_of 'seed: 3 ids, 200 ms, async' '1.35 / 1.25' "$runs" \
  "$tool --base-url=$(url "$two_hundred") 1 10 100" "$python $work/executor.py $(url "$two_hundred")"
case_of 'seed: 3 ids, zero latency, async' '1.8 / 1.6' "$runs" \
  "$tool --base-url=$(url "$zero") 1 10 100" "$python $work/executor.py $(url "$zero")"
case_of 'seed: 3 ids, 200 ms, sync' '1.2 / 1.15' "$runs" \
  "$tool --mode=sync --base-url=$(url "$two_hundred") 1 10 100" "$python $work/sequential.py $(url "$two_hundred")"
case_of 'curl: 826 ids, 50 ms, http/1.1' '1.2 / 1.15, 50 conns' "$runs" \
  "$tool --base-url=$(url "$fifty") 1-826" "curl -sZ $all http://127.0.0.1:$fifty/api/character/[1-826]"
export FETCH_CHARACTERS_JAVA_OPTS="-Djavax.net.ssl.trustStore=$work/trust.p12 -Djavax.net.ssl.trustStorePassword=changeit"
case_of 'curl: 826 ids, 50 ms, https, h2' '1.4 / 1.35, 2 conns' "$runs" \
  "$tool --base-url=https://127.0.0.1:$https/api 1-826" \
  "curl -sZ $all --cacert $work/cert.pem https://127.0.0.1:$https/api/character/[1-826]"
unset FETCH_CHARACTERS_JAVA_OPTS
for format in name ndjson; do
  case_of "curl: 20000 ids, zero latency, $format" '2.0 / 2.0' "$runs" \
    "$tool -f $format --base-url=$(url "$zero") 1-20000" "curl -sZ $all http://127.0.0.1:$zero/api/character/[1-20000]"
done
# What the client costs that any Java program has, with the same compiler.
"${JAVA_HOME:+$JAVA_HOME/bin/}javac" -d "$work" src/bench/BareClient.java
case_of 'java: 20000 ids, zero latency' '-' "$runs" \
  "$tool --base-url=$(url "$zero") 1-20000" \
  "$java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp $work BareClient $(url "$zero") 20000"
for option in --help --version --no-such-option; do
  case_of "help: $option" '0.16 / 0.14 s' "$runs" "$tool $option" ''
done

# Seconds from the last record to the end of the process.
last_record_to_exit() {
  "$python" -c '
import statistics, subprocess, sys, time
def once():
    process = subprocess.Popen(sys.argv[2:], stdout=subprocess.PIPE)
    lines = 0
    while lines < 3:
        lines += process.stdout.readline() != b""
    printed = time.monotonic()
    process.wait()
    return time.monotonic() - printed
times = [once() for _ in range(int(sys.argv[1]))]
print(f"{statistics.median(times):.3f} - - {min(times):.3f}..{max(times):.3f}")' "$@"
}
for mode in sync async threads; do
  chosen "exit: last record to exit, $mode" || continue
  # shellcheck disable=SC2046,SC2059 # fields; the one format of all rows
  printf "$row" "exit: last record to exit, $mode" \
    $(last_record_to_exit "$runs" "$tool" --mode="$mode" --base-url="$(url "$zero")" 1 10 100) - - '0.025 s'
done

# Past the number of files, the same again: ids from standard input.
if chosen 'memory: 100,000 ids'; then
  for _ in 1 2 3 4 5; do seq 1 $characters; done >"$work/ids"
  /usr/bin/time -o "$work/memory" -f '%e %M' "$tool" --base-url="$(url "$zero")" - <"$work/ids" >/dev/null
  read -r elapsed kib <"$work/memory"
  # shellcheck disable=SC2059 # the one format of all rows
  printf "$row" 'memory: 100,000 ids' "$elapsed" - - - - "$((kib / 1024))" '140 / 150 MiB'
fi
