# polc: make builds the compiler and the policies; make help lists the rest.

CC ?= cc
PREFIX ?= /usr/local
BUILD ?= .build
POLC ?= compiler/polc

SANITIZE ?=
OPTIMIZE ?= -O3
# Assertions are for the tests (make test) and for sanitizers: yes keeps them.
CHECKED ?= $(if $(SANITIZE),yes)
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wswitch-enum \
	-Wformat=2 -Werror
LIBRARIES = libxml-2.0 libcmark libpcre2-8 libutf8proc jansson nettle
CPPFLAGS_ALL = -D_POSIX_C_SOURCE=200809L -Icompiler -I. $(shell pkg-config --cflags $(LIBRARIES) 2>/dev/null) \
	$(if $(CHECKED),,-DNDEBUG) $(CPPFLAGS)
CFLAGS_ALL = -std=c11 $(OPTIMIZE) -g $(WARNINGS) $(SANITIZE) $(CFLAGS)
LDLIBS_ALL = $(shell pkg-config --libs $(LIBRARIES) 2>/dev/null) -lpthread $(LDLIBS)

SOURCES := $(sort $(wildcard compiler/*.c compiler/*/*.c compiler/*/*/*.c))
EXPLAIN := $(sort $(wildcard grammar/explain/*.md))
OBJECTS := $(patsubst %.c,$(BUILD)/%.o,$(filter-out compiler/main.c,$(SOURCES))) \
	$(BUILD)/style_css.o $(BUILD)/explain_pages.o
LIBRARY := $(BUILD)/libpolc.a
TESTS := $(sort $(wildcard tests/unit/*_test.c))
TEST_PROGRAMS := $(TESTS:tests/%.c=$(BUILD)/tests/%)

all: policies

# --- the compiler -------------------------------------------------------------

compiler/polc: $(BUILD)/polc
	@cp $(BUILD)/polc $@

$(BUILD)/polc: $(BUILD)/compiler/main.o $(LIBRARY)
	@echo "link $@"
	@$(CC) $(CFLAGS_ALL) -o $@ $^ $(LDFLAGS) $(LDLIBS_ALL)

$(LIBRARY): $(OBJECTS)
	@rm -f $@
	@$(AR) rcs $@ $(OBJECTS)

$(BUILD)/compiler/%.o: compiler/%.c | packages
	@mkdir -p $(@D)
	@echo "cc $<"
	@$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

$(BUILD)/style_css.c: compiler/render/style.css compiler/embed.awk
	@mkdir -p $(@D)
	@LC_ALL=C awk -v mode=style -f compiler/embed.awk compiler/render/style.css > $@

$(BUILD)/explain_pages.c: $(EXPLAIN) compiler/embed.awk
	@mkdir -p $(@D)
	@LC_ALL=C awk -v mode=pages -f compiler/embed.awk $(EXPLAIN) > $@

$(BUILD)/%.o: $(BUILD)/%.c | packages
	@$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -Wno-overlength-strings -c -o $@ $<

-include $(OBJECTS:.o=.d)

packages:
	@.ci/need build

# --- the policies -------------------------------------------------------------

# The day whose law the policies of policies-src/ are judged by.
AS_OF = 2026-11-21

policies: $(POLC)
	@$(POLC) build --quiet --draft --as-of $(AS_OF) -o output policies-src

# output/ holds what policies-src/ gives, byte for byte.
check-output: $(POLC)
	@tests/check_output.sh $(POLC) $(AS_OF)

# --- tests --------------------------------------------------------------------

# The tests run a build of its own, with its assertions.
test: test-packages
	@$(MAKE) --no-print-directory CHECKED=yes BUILD=$(BUILD)/checked POLC=$(BUILD)/checked/polc test-checked

test-checked: $(POLC) $(TEST_PROGRAMS)
	@tests/run.sh $(POLC) $(TEST_PROGRAMS)

test-packages: | packages
	@.ci/need test

$(BUILD)/tests/%: tests/%.c $(LIBRARY) | test-packages
	@mkdir -p $(@D)
	@echo "cc $<"
	@$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -o $@ $^ $(LDFLAGS) $(LDLIBS_ALL) $$(pkg-config --libs cmocka)

# The pages of output/ in headless Chromium.
test-web: policies
	@.ci/need web
	@tests/web/run.sh $(POLC) output $(BUILD)/web/screenshots

# Rewrites the expected files of the golden tests; git diff is the review.
bless: $(POLC)
	@tests/golden.sh --bless $(POLC)
	@tests/cli/notices.sh --bless $(POLC)
	@tests/coverage/run.sh --bless $(POLC)

bench: $(POLC)
	@tests/bench/run.sh $(POLC)

# The fuzzer needs clang; a build of its own, in which every piece of memory has bounds.
SECONDS ?= 60
FUZZ = $(BUILD)/fuzz

fuzz: $(POLC) | packages
	@.ci/need fuzz
	@$(MAKE) --no-print-directory CC=clang BUILD=$(FUZZ) POLC=$(FUZZ)/polc OPTIMIZE=-O1 CPPFLAGS=-DARENA_EXACT=1 \
		SANITIZE='-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all' $(FUZZ)/compile_fuzz
	@tests/fuzz/run.sh $(FUZZ)/compile_fuzz $(POLC) $(FUZZ) $(SECONDS)

$(BUILD)/compile_fuzz: tests/fuzz/compile_fuzz.c $(LIBRARY)
	@$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -fsanitize=fuzzer -o $@ $^ $(LDFLAGS) $(LDLIBS_ALL)

lint: | packages
	@.ci/need lint
	@tests/lint/run.sh $(SOURCES)

# --- the rest -----------------------------------------------------------------

install: compiler/polc
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 \
		$(DESTDIR)$(PREFIX)/share/man/fr/man1 $(DESTDIR)$(PREFIX)/share/polc
	install -m 755 compiler/polc $(DESTDIR)$(PREFIX)/bin/polc
	install -m 644 grammar/polc.en.1 $(DESTDIR)$(PREFIX)/share/man/man1/polc.1
	install -m 644 grammar/polc.fr.1 $(DESTDIR)$(PREFIX)/share/man/fr/man1/polc.1
	install -m 644 grammar/policy.xsd grammar/policy.rng grammar/policy.xsl grammar/xml.xsd \
		grammar/report.schema.json grammar/trackers.schema.json $(DESTDIR)$(PREFIX)/share/polc

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/polc $(DESTDIR)$(PREFIX)/share/man/man1/polc.1 \
		$(DESTDIR)$(PREFIX)/share/man/fr/man1/polc.1
	rm -rf $(DESTDIR)$(PREFIX)/share/polc

# The pages that polc writes about itself.
grammar: $(POLC)
	@$(POLC) reference --lang fr > grammar/reference.fr.md
	@$(POLC) reference --lang en > grammar/reference.en.md
	@$(POLC) reference --lang fr --format theme > grammar/theme.fr.md
	@$(POLC) reference --lang en --format theme > grammar/theme.en.md
	@$(POLC) reference --lang fr --format man > grammar/polc.fr.1
	@$(POLC) reference --lang en --format man > grammar/polc.en.1
	@$(POLC) reference --format xsd > grammar/policy.xsd
	@$(POLC) reference --format rng > grammar/policy.rng

clean:
	rm -rf $(BUILD) compiler/polc

help:
	@echo 'make               install what is missing, build compiler/polc and output/'
	@echo 'make test          run the tests (installs what they need)'
	@echo 'make test-web      hold the pages against a real browser, axe, Lighthouse and the Nu checker'
	@echo 'make lint          format, budgets, include edges, static analysis'
	@echo 'make fuzz          look for inputs that break the compile (SECONDS=60)'
	@echo 'make bench         1,000 policies, measured against a floor'
	@echo 'make bless         rewrite the expected files of the golden tests'
	@echo 'make check-output  prove that output/ is fresh'
	@echo 'make grammar       rewrite the reference pages and schemas in grammar/'
	@echo 'make install       install polc and its manual pages (PREFIX, DESTDIR)'
	@echo 'make uninstall     remove them'
	@echo 'make clean         remove what was built'

.PHONY: all packages policies check-output test test-checked test-packages test-web bless bench fuzz lint install uninstall grammar clean help
