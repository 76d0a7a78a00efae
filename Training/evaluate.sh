#!/bin/sh
# Scores a model file on the treebanks and names. usage: evaluate.sh [DATA FOLDER] [MODEL FILE]
set -eu
cd "$(dirname "$0")"
data=$(realpath "${1:-../../shared/data}")
model=$(realpath "${2:-../Sources/CLanguageModel/en.ngmodel}")
python=${PYTHON:-../.venv-training/bin/python}
"$python" prepare.py --data "$data"
weights=none
if [ -e work/checkpoint.pt ]; then weights=average; fi
"$python" evaluate.py --model "$model" --float $weights
