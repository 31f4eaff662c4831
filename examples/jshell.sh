#!/bin/sh
# Opens JShell with Ordinal on the class path and shows a first manifest. Further arguments go to JShell.
set -e
cd "$(dirname "$0")/.."
mvn -q -B -ntp package -DskipTests -Dspotless.check.skip -pl examples -am
class_path=examples/target/classes
for jar in examples/target/lib/*.jar; do
  class_path=$class_path:$jar
done
exec jshell --class-path "$class_path" "$@" examples/first.jsh
