# shellcheck shell=sh
# Part of ./lag: `./lag package`, an application with a Java runtime of its own. Expects the variables and functions of that
# script and of build.sh.
#
#   --output DIR     where it goes, in place of target/LA-Groups; what was there is replaced

package_usage() {
  sed -n 's/^# \{0,1\}//; /^  --/p' "$root/config/package.sh" >&2
  exit 2
}

# All of Java's libraries that somebody could ask for by name, without its tools: what is called by reflection, or is a
# service, no look at the code would find.
runtime_modules=java.se,jdk.accessibility,jdk.charsets,jdk.crypto.cryptoki,jdk.httpserver,jdk.jfr,jdk.localedata,jdk.management,jdk.naming.dns,jdk.net,jdk.nio.mapmode,jdk.security.auth,jdk.unsupported,jdk.unsupported.desktop,jdk.zipfs

# Why an image cannot be made here, if it cannot. It was tried on Linux alone.
no_image() {
  [ "$(uname)" = Linux ] || echo 'applications are made on Linux only'
  for tool in jlink jpackage; do
    [ -x "$jdk/bin/$tool" ] ||
      echo "$jdk has no $tool; take a JDK that has it, such as a build of Eclipse Temurin: LAG_JAVA_HOME=/path/to/jdk"
  done
}

# The libraries of the programs alone, and of native ones those for this machine.
image_jars() {
  case $(uname -m) in
    x86_64) here=linux-x86_64 ;;
    *) here=linux-aarch_64 ;;
  esac
  while IFS= read -r name; do
    case $name in
      *-"$here".jar) ;;
      *-linux-x86_64.jar | *-linux-aarch_64.jar | *-osx-*.jar | *-windows-*.jar) continue ;;
    esac
    printf '%s\n' "$name"
  done <"$dist/programs"
}

# Makes an image of $dist in $1/LA-Groups, working in $1, which is empty; what tools say goes to package.log.
image() {
  mkdir "$1/jars"
  image_jars | while IFS= read -r name; do cp "$dist/lib/$name" "$1/jars/"; done
  printf 'arguments=ui\n' >"$1/window"
  icon=$root/desktop-ui/src/main/resources/org/lagroups/desktop/shell/icon.png
  node=$(cd "$1/jars" && echo lagroups-node-*.jar)
  {
    "$jdk/bin/jlink" --add-modules "$runtime_modules" --output "$1/runtime" \
      --strip-debug --no-header-files --no-man-pages --compress zip-6 &&
      "$jdk/bin/jpackage" --type app-image --name lag --dest "$1" --icon "$icon" \
        --input "$1/jars" --main-jar "$node" --main-class org.lagroups.node.cli.Lag --runtime-image "$1/runtime" \
        --java-options --enable-native-access=ALL-UNNAMED \
        --java-options '-XX:AOTCache=$APPDIR/lag.aot' --java-options '-Xlog:aot*=off' --java-options '-Xlog:cds*=off' \
        --add-launcher LA-Groups="$1/window"
  } >"$work/package.log" 2>&1 </dev/null || {
    cat "$work/package.log" >&2
    fail 'could not make the application; see above'
  }
  mv "$1/lag" "$1/LA-Groups"
  train_image "$1/LA-Groups"
}

# As `train` does, for the runtime and the order of libraries that the image has. They are seen where they will not stay;
# what matters is that they lie together.
train_image() {
  libraries=$(sed -n 's|^app.classpath=$APPDIR/||p' "$1/lib/app/lag.cfg")
  (
    cd "$1/lib/app"
    path=
    for library in $libraries; do path=$path:$1/lib/app/$library; done
    home=$(mktemp -d)
    ../runtime/bin/java -XX:AOTCacheOutput=lag.aot --enable-native-access=ALL-UNNAMED -Duser.home="$home" \
      -cp "${path#:}" org.lagroups.node.cli.Lag --home "$home" id >>"$work/package.log" 2>&1 </dev/null || true
    rm -rf "$home"
  )
}

# Makes the image, and puts it into place in one step.
package_command() {
  output=$root/target/LA-Groups
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --output)
        [ $# -ge 2 ] || package_usage
        case $2 in /*) output=$2 ;; *) output=$PWD/$2 ;; esac
        shift
        ;;
      --help | -h)
        (package_usage) || exit 0
        ;;
      *) package_usage ;;
    esac
    shift
  done
  why=$(no_image)
  [ -z "$why" ] || fail "$why"
  # Only what this command made is replaced.
  if [ -e "$output" ] && ! [ -x "$output/bin/LA-Groups" ]; then fail "$output is there already, and is no LA-Groups: say --output DIR"; fi
  mkdir -p "${output%/*}" || fail "cannot make ${output%/*}"
  fresh || build
  say 'making an application of it, about 20 s...'
  making=$(mktemp -d "${output%/*}/.LA-Groups.XXXXXX") || fail "cannot write to ${output%/*}"
  trap 'rm -rf "$making"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  image "$making"
  rm -rf "$output"
  mv "$making/LA-Groups" "$output"
  say "made $output, $(du -sm "$output" | cut -f1) MB: bin/LA-Groups opens the window, bin/lag is the commands"
}

# Makes an image of $dist and starts it: the commands, and the window without a screen, with a node of its own. For
# `./lag test`.
check_image() {
  why=$(no_image)
  if [ -n "$why" ]; then
    say "goes on without an application: $why"
    return
  fi
  say 'makes the application, and starts it...'
  making=$(mktemp -d "$work/image.XXXXXX")
  (image "$making" && start_image "$making/LA-Groups" "$making/home")
  checked=$?
  rm -rf "$making"
  return "$checked"
}

# Starts the image $1 at the home $2.
start_image() {
  help=$("$1/bin/lag" --help) || fail "the application's lag --help failed"
  for wanted in run share cast guard ui; do
    case $help in *"
  $wanted "*) ;; *) fail "the application lacks lag $wanted" ;; esac
  done
  for unwanted in bench demo sim; do
    case $help in *"
  $unwanted "*) fail "the application has lag $unwanted" ;; esac
  done
  "$1/bin/lag" --home "$2" id >/dev/null 2>&1 || fail "the application cannot make keys"
  JAVA_TOOL_OPTIONS='-Dglass.platform=Headless -Dprism.order=sw' "$1/bin/LA-Groups" --home "$2" ui >"$2.log" 2>&1 </dev/null 9>&- &
  window=$!
  tries=0
  until "$1/bin/lag" --home "$2" status >/dev/null 2>&1; do
    tries=$((tries + 1))
    if [ $tries -gt 60 ] || ! kill -0 $window 2>/dev/null; then
      kill -KILL $window 2>/dev/null
      cat "$2.log" >&2
      fail "the application's window does not start"
    fi
    sleep 1
  done
  kill -TERM $window
  ended=0
  wait $window || ended=$?
  [ "$ended" = 143 ] || fail "the application's window ended with $ended"
  [ -f "$2/desktop.json" ] || fail "the application's window did not end in order"
}
