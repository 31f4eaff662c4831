package dev.ordinal.core.yaml;

import java.util.ArrayList;
import java.util.List;

/** Texts that one reader or another would take for something else if they were written carelessly. */
final class TrickyTexts {
    private static final List<String> WORDS = List.of(
            ("y Y n N yes Yes YES no No NO true True TRUE false False FALSE on On ON off Off OFF ~ null Null NULL nULL tRuE yEs"
                            + " 0 00 007 08 0o17 0O17 0x1F 0X1f 0b101 0b-1 1_000 1__0 _1 1_ +1 -1 +0 -0 1. .5 1.5 1e3 1E3 1e+3"
                            + " 1e-3 1.5e10 1e 1e400 .e3 +.5 -.5 0.1_5 1,000 ._5 +_1 .inf .Inf +.inf -.INF .nan .NaN 12:30"
                            + " 12:30:45 190:20:30 -12:30 1:2:3.5 2026-11-22 2026-1-2 2026-11-22T10:00:00Z"
                            + " 2026-11-22t10:00:00.5+01:00 18446744073709551616 0xFFFFFFFFFFFFFFFFFF = << ! & * @ ` % ? - :"
                            + " ?a -a :a a: #b [a ]a {a }a ,a |a >a |- 'a \"a a' a\" %a @a `a !a !!str &a *a --- ... .. . \\ \\n"
                            + " { } [ ] , | > {} [] é 日本 😀 ~/a +a NoNo nil none inf nan null1 \uD800 a\uDC00b \uDFFF\uD800 \uFFFF")
                    .split(" "));
    private static final List<String> SPACED = List.of(
            "",
            " ",
            "   ",
            "- a",
            "? a",
            ": a",
            "a: b",
            "a :b",
            "a #b",
            "a  b",
            " a",
            "a ",
            "--- a",
            "... a",
            "2026-11-22 10:00:00",
            "{\"a\": [1, \"b\"]}",
            "it's \"x\"",
            "C:\\new\\table",
            "\t",
            "\ta",
            "a\t",
            "a\tb",
            "a\u0000b",
            "\u001B[0m",
            "\u007F",
            "\u0085a",
            "a\u00A0b",
            "\u00AD",
            "\u200D",
            "\u202Eabc",
            "\u2028",
            "a\u2029b",
            "\uFEFF",
            "\uFEFFa\nb\n",
            "k".repeat(129),
            "k".repeat(2000),
            "k: ".repeat(600));
    private static final List<String> LINES = List.of(
            "\n",
            "\n\n",
            " \n",
            "\n ",
            "\t\n",
            "a\n",
            "\na",
            "a\n\n",
            "a\nb",
            "a\n\n\nb\n\n\n",
            " a\nb\n",
            "\n  a\nb",
            "\n \na",
            "\ta\nb\n",
            "a\n\t\nb",
            "a\n  \nb",
            "a\n  ",
            "a\n  \n",
            "a \nb\t\n",
            "a\r\nb\r\n",
            "a\rb",
            "a\n\u2028b\n",
            "a\n\u0085b\n",
            "a\nb\u00A0c\n",
            "a\n\uD800\n",
            "a\n😀\n",
            "---\nb\n",
            "...\n",
            "%YAML 1.2\n---\n",
            "# comment\n",
            "a\n# comment\n",
            "key: value\nother: [1]\n",
            "- a\n- b\n",
            "no\n",
            "#!/bin/sh\nset -eu   \n\n  echo \"$1\" | sed 's/\\t/ /'\t\nexit 0\n",
            "#!/bin/sh\r\nexit 0\r\n");

    private TrickyTexts() {}

    static List<String> all() {
        List<String> all = new ArrayList<>(WORDS);
        all.addAll(SPACED);
        all.addAll(LINES);
        return all;
    }
}
