package dev.ordinal.core.yaml;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Plain trees with anything in them that a tree may hold. */
public class TreeArbitraries extends DomainContextBase {
    private static final BigInteger TWO_63 = BigInteger.ONE.shiftLeft(63);

    /** Any tree. */
    @Provide
    Arbitrary<Map<String, Object>> trees() {
        return maps(values(3));
    }

    /** Any text: half pairs, control characters, reserved words, scripts, and pieces of them in a row. */
    static Arbitrary<String> texts() {
        Arbitrary<String> tricky = Arbitraries.of(TrickyTexts.all());
        Arbitrary<String> syntax = Arbitraries.strings()
                .withChars(" \n\t:#-?,[]{}&*!|>'\"%@`=~.+_0123456789abexoEnyNYs\\é\u00A0\u0085\u2028\uFEFF\r")
                .ofMaxLength(12);
        Arbitrary<String> blanks = Arbitraries.strings().withChars("ab \n\t#:-").ofMaxLength(30);
        Arbitrary<String> units = Arbitraries.strings()
                .withCharRange(Character.MIN_VALUE, Character.MAX_VALUE)
                .ofMaxLength(8);
        Arbitrary<String> points = Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .map(Character::toString)
                .list()
                .ofMaxSize(5)
                .map(all -> String.join("", all));
        Arbitrary<String> joined = tricky.list().ofMinSize(2).ofMaxSize(3).map(all -> String.join("", all));
        return Arbitraries.frequencyOf(
                Tuple.of(4, tricky),
                Tuple.of(3, syntax),
                Tuple.of(3, blanks),
                Tuple.of(1, units),
                Tuple.of(1, points),
                Tuple.of(2, joined));
    }

    private static Arbitrary<Object> leaves() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, texts().asGeneric()),
                Tuple.of(1, Arbitraries.integers().asGeneric()),
                Tuple.of(
                        1,
                        Arbitraries.longs()
                                .filter(value -> value != value.intValue())
                                .asGeneric()),
                Tuple.of(
                        1,
                        Arbitraries.bigIntegers()
                                .between(TWO_63, TWO_63.shiftLeft(1).subtract(BigInteger.ONE))
                                .asGeneric()),
                Tuple.of(
                        1,
                        Arbitraries.longs()
                                .map(Double::longBitsToDouble)
                                .filter(Double::isFinite)
                                .asGeneric()),
                Tuple.of(1, Arbitraries.of(true, false).asGeneric()),
                Tuple.of(1, Arbitraries.of(List.of(), Map.of())));
    }

    private static Arbitrary<Object> values(int depth) {
        Arbitrary<Object> leaves = leaves().injectNull(0.05);
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<Object> inner = Arbitraries.lazy(() -> values(depth - 1));
        return Arbitraries.frequencyOf(
                Tuple.of(3, leaves),
                Tuple.of(2, maps(inner).asGeneric()),
                Tuple.of(2, inner.list().ofMaxSize(4).asGeneric()));
    }

    private static Arbitrary<Map<String, Object>> maps(Arbitrary<Object> values) {
        return Arbitraries.maps(texts(), values).ofMaxSize(4);
    }
}
