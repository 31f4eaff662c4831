package dev.ordinal.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "+1.5, 1.5",
        "-1Gi, -1073741824",
        ".5, 0.5",
        "5., 5",
        "100m, 0.1",
        "250u, 0.00025",
        "1n, 0.000000001",
        "2k, 2000",
        "3M, 3000000",
        "1E, 1000000000000000000",
        "1Ki, 1024",
        "1.5Gi, 1610612736",
        "2Ei, 2305843009213693952",
        "1e3, 1000",
        "Gi, 0",
        "-, 0",
        "., 0",
        "1E3, 1000",
        "1E-3, 0.001",
        "0.0000000001, 0.000000001",
        "9Ei, 9223372036854775807",
        "1e999999999, 9223372036854775807"
    })
    void a_text_says_its_amount(String text, BigDecimal amount) {
        assertThat(Objects.requireNonNull(Quantity.parse(text)).amount()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1..2", "1.2.3", "1Gib", "1gi", "1K", "1 Gi", "1ee3", "1e", "0x10", "1iK"})
    void a_text_that_is_no_amount_says_none(String text) {
        assertThat(Quantity.parse(text)).isNull();
    }

    @Property
    void any_text_at_all_is_read_without_a_throw(@ForAll String text) {
        Quantity.parse(text);
    }

    @Property
    void any_whole_number_is_itself(@ForAll long number) {
        assertThat(Objects.requireNonNull(Quantity.parse(Long.toString(number))).amount())
                .isEqualByComparingTo(BigDecimal.valueOf(Math.max(number, -Long.MAX_VALUE)));
    }

    @ParameterizedTest
    @CsvSource({"2Mi, 2Mi, true", "3Mi, 2Mi, false", "0, 2Mi, true", "1Gi, 2Mi, true"})
    void huge_pages_come_whole(String amount, String page, boolean whole) {
        Quantity quantity = Objects.requireNonNull(Quantity.parse(amount));

        assertThat(quantity.isMultipleOf(Objects.requireNonNull(Quantity.parse(page))))
                .isEqualTo(whole);
    }
}
