#!/usr/bin/env bash
# Measures fetch-characters against what one would use instead, as whole processes, and prints one table.
#
#   src/bench/peers.sh [-n RUNS] [CASE...]
#     -n    counted runs of each program, after one that is not (default 15)
#     CASE  words, one of which a case's name must contain: article sync curl 826 batch 20000 java copy memory help exit
#
# JAVA_HOME chooses the JDK, else the java on the PATH runs. FETCH_CHARACTERS says where the start script of the tool is;
# without it Maven packages the tool first.
#
# Servers on loopback answer. Ours and the other run in turn, so that a drift of the machine meets both; times are medians,
# the spread is the fastest and the slowest run. Quote the ratios. A case whose peer is missing says so and is left out.
set -euo pipefail
cd "$(dirname "$0")/../.."

runs=15
while getopts n: option; do
  case $option in
    n) runs=$OPTARG ;;
    *) sed -n '4,9s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  esac
done
shift $((OPTIND - 1))
words=("$@")

PATH=$PATH:/usr/sbin # Debian's nginx is there.
python=/usr/bin/python3 # Debian's: a version manager's shim would add to its time.
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
tool=${FETCH_CHARACTERS-}
[ -x "$python" ] || { echo "missing: $python, which takes the times" >&2; exit 1; }

# What is missing, and the packages that have it.
declare -A lacking=()
command -v curl >/dev/null || lacking[curl]=curl
curl --version 2>/dev/null | grep HTTP2 >/dev/null || lacking[curl-with-HTTP/2]=curl
"$python" -c 'import requests' 2>/dev/null || lacking[requests]=python3-requests
command -v "${java}c" >/dev/null || lacking[javac]=default-jdk-headless
if ! command -v nginx >/dev/null || ! command -v openssl >/dev/null || ! command -v curl >/dev/null ||
  [ ! -f /usr/lib/nginx/modules/ngx_http_echo_module.so ]; then
  lacking[nginx]='nginx-light libnginx-mod-http-echo openssl curl'
fi

if [ -z "$tool" ]; then
  mvn -q -B -DskipTests package </dev/null
  tool=target/fetch-characters/bin/fetch-characters
fi
tool=$(readlink -f "$tool")
work=$(mktemp -d)
# Neither the user's cache nor settings.
export XDG_CACHE_HOME=$work/cache XDG_CONFIG_HOME=$work/config
nginx_pid=
trap '[ -z "$nginx_pid" ] || kill "$nginx_pid"; rm -rf "$work"' EXIT

# The records of the built-in API as files, alone and by the hundred, for nginx.
characters=20000
write_records() {
  "$tool" serve --port=0 --latency=0ms --characters=$characters >"$work/serve" &
  local serve_pid=$!
  until [ -s "$work/serve" ]; do kill -0 $serve_pid; done
  mkdir -p "$work"/www/api/{character,batch} "$work/tmp"
  "$tool" -f ndjson --base-url="$(sed 's/.* //' "$work/serve")" 1-$characters | "$python" -c '
import sys
lines = [line.rstrip("\n") for line in sys.stdin]
def write(path, text):
    with open(f"{sys.argv[1]}/{path}", "w") as file:
        file.write(text)
for id, line in enumerate(lines, 1):
    write(f"character/{id}", line)
for first, last in [(first, first + 99) for first in range(1, len(lines), 100)] + [(801, 826)]:
    write(f"batch/{first}-{last}", "[" + ",".join(lines[first - 1 : last]) + "]")' "$work/www/api"
  kill $serve_pid
  wait $serve_pid 2>/dev/null || true
}

# Starts nginx, which answers at once, after 50 and after 200 ms.
start_nginx() {
  read -r zero fifty two_hundred https status < <("$python" -c '
import socket
sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(5)]
print(*(s.getsockname()[1] for s in sockets))')
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost \
    -addext 'subjectAltName=DNS:localhost,IP:127.0.0.1' -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
  # shellcheck disable=SC2016 # nginx's
  local batch='rewrite ^/api/character/(\d+),(?:.*,)?(\d+)$ /api/batch/$1-$2 last;'
  cat >"$work/nginx.conf" <<CONF
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
  server { listen 127.0.0.1:$zero; $batch }
  server {
    listen 127.0.0.1:$fifty;
    listen 127.0.0.1:$https ssl http2;
    $batch
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
CONF
  chmod -R a+rX "$work"
  nginx -p "$work" -c "$work/nginx.conf" 2>/dev/null &
  nginx_pid=$!
  until curl -s -o "$work/status" "http://127.0.0.1:$status/"; do kill -0 $nginx_pid; done
}

# The two programs of "Gradually Migrating Python Code to asyncio" (2022), less their log.
cat >"$work/blocking.py" <<'END_OF_PROGRAM'
import sys, requests

def get_character(id):
    return requests.get(f"{sys.argv[1]}/character/{id}").json()["name"]

print([get_character(id) for id in [1, 10, 100]])
END_OF_PROGRAM
cat >"$work/asyncio_.py" <<'END_OF_PROGRAM'
import asyncio, sys, requests

def get(path):
    return requests.get(f"{sys.argv[1]}/{path}").json()

async def get_character(id):
    loop = asyncio.get_running_loop()
    return (await loop.run_in_executor(None, get, f"character/{id}"))["name"]

async def main():
    print(await asyncio.gather(*(get_character(id) for id in [1, 10, 100])))

asyncio.run(main())
END_OF_PROGRAM


row='%-36s %8s %8s %6s  %8s %8s %6s  %-29s %5s %5s\n'
rows=0

# Whether the case $1 is chosen and has what it needs, the words after it.
selected() {
  local word name=$1 chosen=
  for word in "${words[@]:-}"; do [[ $name != *"$word"* ]] || chosen=yes; done
  [ -n "$chosen" ] || return 1
  rows=$((rows + 1))
  for word in "${@:2}"; do
    [ -z "${lacking[$word]-}" ] || {
      echo "$name: left out; for $word: apt-get install --no-install-recommends ${lacking[$word]}"
      return 1
    }
  done
}

# What in_turn.py prints of the commands.
in_turn() {
  "$python" src/bench/in_turn.py "$runs" "$@" 2>"$work/errors" || { cat "$work/errors" >&2; exit 1; }
}

# Connections that nginx has accepted so far.
accepted() { curl -s "http://127.0.0.1:$status/" | awk 'NR == 3 { print $1 }'; }

# Connections that one run of the command opens, less the one that asks nginx for their number.
connections() {
  local before
  [ -n "$nginx_pid" ] || { echo -; return; }
  before=$(accepted)
  "$@" >/dev/null 2>&1 </dev/null
  echo $(($(accepted) - before - 1))
}

# NAME 'NEED...' OURS... [vs OTHER...]: one row.
case_of() {
  local name=$1 needs=$2 fields word ours=()
  # shellcheck disable=SC2086 # several words
  selected "$name" $needs || return 0
  shift 2
  fields=$(in_turn "$@")
  for word; do
    [ "$word" != vs ] || break
    ours+=("$word")
  done
  # shellcheck disable=SC2059,SC2086 # the one format of all rows; fields
  printf "$row" "$name" ${fields% *} "$(connections "${ours[@]}")" "${fields##* }"
}

[ -n "${lacking[nginx]-}" ] || { write_records; start_nginx; }
echo "$("$java" -version 2>&1 | sed -n 2p); $(nproc) processors; $(curl --version 2>/dev/null | sed -n '1s/ (.*//p'); $("$python" --version)"
if [ -z "${lacking[javac]-}" ]; then
  echo 'public class Empty { public static void main(String[] args) {} }' >"$work/Empty.java"
  "${java}c" -d "$work" "$work/Empty.java" src/bench/BareClient.java
  empty=$(in_turn "$java" -cp "$work" Empty)
  echo "An empty main in Java takes ${empty%% *} s."
fi
printf '%-36s  %-24s  %-24s\n' '' 'wall time, s' "processors' time, s"
# shellcheck disable=SC2059 # the one format of all rows
printf "$row" case ours other ratio ours other ratio 'spread of wall, ours/other' conns MiB

url() { echo "http://127.0.0.1:${!1-}/api"; }
by_id=(curl -sZ --parallel-max 50 -o /dev/null)

case_of 'article: 3 ids, no latency, async' 'nginx requests' \
  "$tool" --base-url="$(url zero)" 1 10 100 vs "$python" "$work/asyncio_.py" "$(url zero)"
case_of 'article: 3 ids, 200 ms, async' 'nginx requests' \
  "$tool" --base-url="$(url two_hundred)" 1 10 100 vs "$python" "$work/asyncio_.py" "$(url two_hundred)"
case_of 'article: 3 ids, 200 ms, sync' 'nginx requests' \
  "$tool" --mode=sync --base-url="$(url two_hundred)" 1 10 100 vs "$python" "$work/blocking.py" "$(url two_hundred)"
case_of 'curl: 3 ids, 200 ms, async' 'nginx curl' \
  "$tool" --base-url="$(url two_hundred)" 1 10 100 vs curl -sZ "$(url two_hundred)/character/{1,10,100}"
case_of 'curl: 826 ids, 50 ms, HTTP/1.1' 'nginx curl' \
  "$tool" --base-url="$(url fifty)" 1-826 vs "${by_id[@]}" "$(url fifty)/character/[1-826]"
case_of 'curl: 826 ids, 50 ms, https, HTTP/2' 'nginx curl-with-HTTP/2' \
  "$tool" --cacert="$work/cert.pem" --base-url="https://127.0.0.1:${https-}/api" 1-826 \
  vs "${by_id[@]}" --cacert "$work/cert.pem" "https://127.0.0.1:${https-}/api/character/[1-826]"
case_of 'curl: 826 ids, 50 ms, batch' 'nginx curl' \
  "$tool" --mode=batch --base-url="$(url fifty)" 1-826 vs "${by_id[@]}" "$(url fifty)/character/[1-826]"
case_of 'curl: 826 ids, 50 ms, cached' 'nginx curl' \
  "$tool" --cache=1h --base-url="$(url fifty)" 1-826 vs "${by_id[@]}" "$(url fifty)/character/[1-826]"
case_of 'curl: 20000 ids, no latency' 'nginx curl' \
  "$tool" --base-url="$(url zero)" 1-$characters vs "${by_id[@]}" "$(url zero)/character/[1-$characters]"
case_of 'curl: 20000 ids, no latency, batch' 'nginx curl' \
  "$tool" --mode=batch --base-url="$(url zero)" 1-$characters vs "${by_id[@]}" "$(url zero)/character/[1-$characters]"
# What the client costs that any Java program has, with the same compiler.
case_of 'java: 20000 ids, no latency' 'nginx javac' \
  "$tool" --base-url="$(url zero)" 1-$characters \
  vs "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$work" BareClient "$(url zero)" $characters
# The times of the files are others in a copy, and Java refuses an archive of classes over that. Each has a cache of its
# own: an archive there fits one of them, and the other would make it anew.
cp -r "$(dirname "$tool")/.." "$work/copy"
case_of 'copy: 3 ids, no latency' nginx \
  env XDG_CACHE_HOME="$work/copy-cache" "$work/copy/bin/fetch-characters" --base-url="$(url zero)" 1 10 100 \
  vs env XDG_CACHE_HOME="$work/cache" "$tool" --base-url="$(url zero)" 1 10 100
for option in --help --version; do
  case_of "help: $option" '' "$tool" $option
done
# Past the number of records, the same ids again: from standard input. The peak varies little, so three runs do.
[ "$runs" -lt 3 ] || runs_of_memory=3
for ids in 3 826 100000; do
  seq 0 $((ids - 1)) | awk -v n=$characters '{ print $1 % n + 1 }' >"$work/ids-$ids"
  # shellcheck disable=SC2016 # the inner shell's
  runs=${runs_of_memory:-$runs} case_of "memory: $ids ids, no latency" nginx \
    sh -c 'exec "$0" --base-url="$1" - <"$2"' "$tool" "$(url zero)" "$work/ids-$ids"
done

# Seconds from the last record to the end of the process, as the fields of a row.
last_record_to_exit() {
  "$python" -c '
import statistics, subprocess, sys, time
def once():
    process = subprocess.Popen(sys.argv[2:], stdout=subprocess.PIPE)
    for _ in range(3):
        process.stdout.readline()
    printed = time.monotonic()
    if process.wait() != 0:
        sys.exit("failed")
    return time.monotonic() - printed
times = [once() for _ in range(int(sys.argv[1]))]
print(f"{statistics.median(times):.3f} - - - - - {min(times):.3f}..{max(times):.3f} - -")' "$runs" "$@"
}
for mode in sync async threads; do
  selected "exit: from the last record, $mode" nginx || continue
  fields=$(last_record_to_exit "$tool" --mode="$mode" --base-url="$(url zero)" 1 10 100)
  # shellcheck disable=SC2059,SC2086 # the one format of all rows; fields
  printf "$row" "exit: from the last record, $mode" $fields
done

[ $rows -gt 0 ] || { echo "no case has any of: ${words[*]}" >&2; exit 2; }
