# shellcheck shell=sh
# Part of ./lag: `./lag bench fuzz`, the search for input that breaks a decoder. Expects what test.sh does.
# Gives each decoder inputs that an engine makes up by looking at which code they reach, one decoder after another.
# Exit code 1 if one broke: the file with its input is kept, and `--input FILE` plays it again.
#
#   --seconds N      how long for each decoder, 60 unless given
#   --only NAME      those whose name has NAME in it
#   --input FILE     plays this input only; with --only
#   --list           prints the decoders
#   --json FILE      writes the results to FILE too
#
# What an input has reached is kept in .lag-build/fuzz, so the next search goes on from there.

fuzz_usage() {
  sed -n 's/^# \{0,1\}//; /^Gives/,$p' "$root/config/fuzz.sh" | sed '/^fuzz_usage/,$d'
  exit "$1"
}

# A line for each: module folder, class, method.
fuzz_targets() {
  (cd "$root" && find . -path '*/src/test/java/*' -name '*Test.java' -exec grep -l '@FuzzTest' {} +) |
    LC_ALL=C sort | while read -r file; do
    module=${file%%/src/test/java/*}
    class=${file#*/src/test/java/}
    class=$(printf '%s' "${class%.java}" | tr / .)
    awk -v module="${module#./}" -v class="$class" '
      /^ *@FuzzTest/ { found = 1 }
      found && match($0, /void [A-Za-z0-9_]+\(/) {
        print module, class, substr($0, RSTART + 5, RLENGTH - 6)
        found = 0
      }' "$root/$file"
  done
}

# Test classes, and for each module the class path of its tests.
fuzz_build() {
  modules=$(cut -d ' ' -f 1 "$work/fuzz/targets" | sort -u | paste -s -d , -)
  say 'building the tests...'
  maven -q -pl "$modules" -am test-compile dependency:build-classpath -Dmdep.includeScope=test \
    -Dmdep.outputFile=target/fuzz.classpath >"$work/fuzz/build.log" 2>&1 || {
    readable <"$work/fuzz/build.log" | tail -n 20 >&2
    fail 'the build failed; all of its output is in .lag-build/fuzz/build.log'
  }
}

# Fuzzes one; what the engine says goes to a log.
fuzz_one() {
  module=$1 class=$2 method=$3
  name=${class##*.}.$method
  corpus=$work/fuzz/corpus/$class.$method
  log=$work/fuzz/$name.log
  mkdir -p "$corpus"
  set -- --instrumentation_includes='org.lagroups.**' --reproducer_path="$work/fuzz" \
    -artifact_prefix="$work/fuzz/found-$name-" -timeout=20 -rss_limit_mb=0 -max_len=66000 -print_final_stats=1
  if [ -n "$input" ]; then
    set -- "$@" "$input"
  else
    set -- "$@" -max_total_time="$seconds" "$corpus"
  fi
  result=0
  (cd "$work/fuzz" && "$jdk/bin/java" -Xmx1g -XX:+EnableDynamicAgentLoading --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow -Dslf4j.internal.verbosity=ERROR \
    -cp "$root/$module/target/test-classes:$root/$module/target/classes:$(cat "$root/$module/target/fuzz.classpath")" \
    com.code_intelligence.jazzer.Jazzer --target_class="$class" --target_method="$method" "$@") \
    >"$log" 2>&1 </dev/null 9>&- || result=$?
  awk -v name="$name" -v result="$result" -v seconds="$seconds" -v rows="$work/fuzz/rows" '
    function quoted(text) {
      gsub(/[\\"]/, "\\\\&", text)
      gsub(/[[:cntrl:]]/, " ", text)
      return "\"" text "\""
    }
    match($0, /cov: [0-9]+/) { covered = substr($0, RSTART + 5, RLENGTH - 5) }
    /^stat::number_of_executed_units:/ { runs = $2 }
    /^stat::average_exec_per_sec:/ { pace = $2 }
    /^== (Java Exception|Java Assertion)/ && !why { why = substr($0, 4) }
    /ERROR: libFuzzer: (timeout|out-of-memory)/ { why = $0 }
    /^ERROR: / { failure = $0 }
    sub(/.*Test unit written to /, "") { input = $0 }
    END {
      printf "%-48s %10d %8d/s %8d  %s\n", name, runs, pace, covered, result == 0 ? "ok" : why ? why : failure ? failure : "FAILED"
      printf "{\"name\":%s,\"seconds\":%d,\"inputs\":%d,\"inputsPerSecond\":%d,\"covered\":%d,\"broken\":%s,\"input\":%s}\n",
        quoted(name), seconds, runs, pace, covered, result == 0 ? "null" : quoted(why ? why : failure ? failure : "FAILED"),
        input ? quoted(input) : "null" >>rows
    }' "$log"
  [ "$result" = 0 ] || {
    sed -n 's/.*Test unit written to \(.*\)/  input: \1/p' "$log"
    printf '  all of the output: %s\n' "$log"
    broken=$((broken + 1))
  }
}

# The rows as JSON, in the form of the other benchmarks: where it was, and the results.
fuzz_json() {
  printf '{"environment":{"when":"%s","os":"%s","cores":%d,"java":"%s"},"results":[%s]}\n' \
    "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$(uname -sr)" "$(getconf _NPROCESSORS_ONLN)" \
    "$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$jdk/release")" "$(paste -s -d , - <"$work/fuzz/rows")"
}

while [ "$1" != fuzz ]; do shift; done
shift
seconds=60 only= input= list=false json=
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) fuzz_usage 0 ;;
    --list) list=true ;;
    --seconds | --only | --input | --json)
      [ $# -ge 2 ] || fuzz_usage 2 >&2
      case $1 in
        --seconds) seconds=$2 ;;
        --only) only=$2 ;;
        --input) input=$2 ;;
        --json) json=$2 ;;
      esac
      shift
      ;;
    *) fuzz_usage 2 >&2 ;;
  esac
  shift
done
case $seconds in
  '' | *[!0-9]* | 0* | ??????*)
    say "--seconds is 1 to 99999, not $seconds"
    exit 2
    ;;
esac
if [ -n "$input" ]; then
  [ -n "$only" ] || fuzz_usage 2 >&2
  [ -r "$input" ] || fail "there is no file $input"
  case $input in /*) ;; *) input=$PWD/$input ;; esac
fi

mkdir -p "$work/fuzz"
fuzz_targets | awk -v only="$only" '{ name = $2; sub(/.*\./, "", name) } index(name "." $3, only)' >"$work/fuzz/targets"
if [ "$list" = true ]; then
  awk '{ sub(/.*\./, "", $2); print $2 "." $3 }' "$work/fuzz/targets"
  exit
fi
[ -s "$work/fuzz/targets" ] || fail "no decoder is called '$only'; see: lag bench fuzz --list"
lock 'bench fuzz'
fuzz_build
if [ -n "$json" ]; then true >"$json" || fail "cannot write $json"; fi
broken=0
: >"$work/fuzz/rows"
printf '%-48s %10s %10s %8s\n' decoder inputs pace covered
while read -r module class method; do
  fuzz_one "$module" "$class" "$method"
done <"$work/fuzz/targets"
[ -z "$json" ] || fuzz_json >"$json"
[ "$broken" = 0 ] || fail "$broken failed; to keep an input that breaks a decoder for good, make it a sample of its test"
exit
