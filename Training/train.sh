#!/bin/sh
# Trains everything and writes the model file. usage: train.sh [DATA FOLDER] [OUTPUT FILE]
# The environment variable PYTHON names the interpreter; --resume of train.py goes on after an interruption.
set -eu
cd "$(dirname "$0")"
data=$(realpath "${1:-../../shared/data}")
out=$(realpath -m "${2:-../Sources/CLanguageModel/en.ngmodel}")
python=${PYTHON:-../.venv-training/bin/python}
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-$(nproc)}"
mkdir -p work "$(dirname "$out")"
"$python" prepare.py --data "$data"
"$python" splitter.py
"$python" train.py --data "$data"
"$python" export.py --out "$out"
