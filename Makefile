# make run     build, then open the sample corpus in the explorer
# make test    lint, build with all checks, run every test
# make release build the stand-alone program (.build-static)
# make bench   measure everything that has a budget: phases, commands, the index of 5 to 1,000,000 articles, 200 killed
#              runs, repetitions; half an hour and 6 GB below /tmp; writes docs/measurements.md
# make screenshots   remake screenshots/ from corpus/ with the real program
# make fuzz SECONDS=60   feed made-up bytes to the whole extraction
# make train DATA=DIR   learn the weights of quotation attribution from DIR/train, report DIR/dev
# make train-stances DATA=DIR   learn the weights of stances from our labels of DIR/train
# make install PREFIX=/usr/local
PREFIX ?= /usr/local
SECONDS ?= 60
ARTICLES ?= corpus
BUILD = swift build --explicit-target-dependency-import-check error
STATIC = --scratch-path .build-static -c release --static-swift-stdlib

.PHONY: run test lint release train train-stances bench screenshots install fuzz clean setup

setup:
	@.ci/setup

run: release
	@.build-static/release/standpunkt $(ARTICLES)

lint:
	swift format lint --strict -r Sources Tests Package.swift

test:
	@.ci/setup test
	$(MAKE) lint
	$(BUILD) --build-tests
	swift test --skip-build

release: setup
	$(BUILD) $(STATIC) --product standpunkt

# Weights made from the public data set are under CC BY-NC-SA 4.0: see the LICENSE beside them.
train: setup
	$(BUILD) -c release --product standpunkt-train
	.build/release/standpunkt-train $(DATA) --output Sources/CLearnedWeights/data/quotation.weights

# Twice: from sentences of our own for CLexicon, from statements of the public data set too for CLearnedWeights.
LABELS = Sources/standpunkt-train/labels
train-stances: setup
	$(BUILD) -c release --product standpunkt-train
	.build/release/standpunkt-train stances --sentences $(LABELS)/sentences.tsv --output Sources/CLexicon/data
	.build/release/standpunkt-train stances --labels $(LABELS)/statements.tsv --texts $(DATA)/train \
	  --sentences $(LABELS)/sentences.tsv --output Sources/CLearnedWeights/data

bench: setup
	$(BUILD) $(STATIC)
	.build-static/release/standpunkt-bench run --into docs/measurements.md
	.build-static/release/standpunkt-bench index --rebuild --into docs/measurements.md
	.build-static/release/standpunkt-bench index --rebuild --articles 1000000 --bytes 300 --into docs/measurements.md
	.build-static/release/standpunkt-bench kill 200 --articles 60 --into docs/measurements.md
	.build-static/release/standpunkt-bench recall --into docs/measurements.md

screenshots: release
	screenshots/make.sh .build-static/release/standpunkt

install: release
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 .build-static/release/standpunkt "$(DESTDIR)$(PREFIX)/bin/standpunkt"

fuzz:
	.ci/fuzz $(SECONDS)

clean:
	rm -rf .build .build-*
