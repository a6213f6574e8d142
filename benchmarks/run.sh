#!/bin/sh
# Measures everything, which takes about ten minutes, and prints the tables of RESULTS.md.
set -eu
cd "$(dirname "$0")/.."
exec mvn -q -B -DskipTests -Pbenchmarks -pl benchmarks -am verify
