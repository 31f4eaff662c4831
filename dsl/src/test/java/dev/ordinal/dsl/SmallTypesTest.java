package dev.ordinal.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Units and ports: printed as Kubernetes reads them, and impossible values refused where they are made. */
class SmallTypesTest {
    @Test
    void a_size_is_printed_with_the_largest_suffix_that_divides_it() {
        assertThat(Size.gib(20)).hasToString("20Gi");
        assertThat(Size.mib(1536)).hasToString("1536Mi");
        assertThat(Size.mib(2048)).hasToString("2Gi");
        assertThat(Size.bytes(1000)).hasToString("1000");
        assertThat(Size.tib(2)).hasToString("2Ti");
    }

    @Property
    void a_size_keeps_its_bytes(@ForAll @LongRange(min = 1) long bytes) {
        String text = Size.bytes(bytes).toString();
        String digits = text.replaceAll("[A-Za-z]", "");
        int power = "KMGTP".indexOf(text.length() > digits.length() ? text.charAt(digits.length()) : ' ') + 1;
        assertThat(Long.parseLong(digits) << (10 * power)).isEqualTo(bytes);
    }

    @Property
    void a_share_of_a_size_is_never_more_than_it(
            @ForAll @LongRange(min = 1) long bytes, @ForAll @IntRange(min = 1, max = 100) int percent) {
        assertThat(Size.bytes(bytes).percent(percent).bytes()).isBetween(1L, bytes);
    }

    @Test
    void an_impossible_size_says_what_was_asked_and_what_is_allowed() {
        assertThatThrownBy(() -> Size.gib(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gib takes a whole number from 1 to 8589934591, but was given -1");
        assertThatThrownBy(() -> Size.bytes(0)).hasMessage("A size must be at least 1 byte, but was 0 bytes");
    }

    @Test
    void cpu_is_printed_in_cores_where_it_is_whole() {
        assertThat(Cpu.millis(500)).hasToString("500m");
        assertThat(Cpu.millis(2000)).hasToString("2");
        assertThat(Cpu.cores(4)).hasToString("4");
        assertThatThrownBy(() -> Cpu.millis(0)).hasMessage("CPU must be at least 1 millicore, but was 0");
        assertThatThrownBy(() -> Cpu.cores(0)).hasMessage("cores takes a whole number of at least 1, but was given 0");
    }

    @Test
    void an_impossible_port_is_refused() {
        assertThatThrownBy(() -> Port.tcp("sql", 70000))
                .hasMessage("A port's number is from 1 to 65535, but port \"sql\" was given 70000");
        assertThatThrownBy(() -> Port.tcp("SQL", 1))
                .hasMessage(
                        "A port's name is 1 to 15 of a-z, 0-9 and -, with at least one letter, no dash at an end and no"
                                + " two dashes together, but was given \"SQL\"");
        assertThatThrownBy(() -> Disruption.maxUnavailable(-1))
                .hasMessage("maxUnavailable takes 0 or more, but was given -1");
        assertThatThrownBy(() -> UpdateStrategy.rollingFrom(-1))
                .hasMessage("A partition is an ordinal, 0 or more, but was -1");
    }
}
