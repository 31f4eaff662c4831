package dev.ordinal.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.diagnostic.ObjectRef;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private final Findings findings = new Findings(ObjectRef.of("Service", null, "db"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "0.0.0.0",
                "::",
                "::1",
                "2001:db8::1",
                "1:2:3:4:5:6:7:8",
                "1:2:3:4:5:6:7::",
                "fe80::1.2.3.4"
            })
    void an_address_is_accepted(String text) {
        assertThat(Addresses.ip(Node.root(findings, text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "10.0.0",
                "10.0.0.256",
                "010.0.0.1",
                "10.0.0.0/8",
                "::ffff:1.2.3.4",
                "1::2::3",
                ":1",
                "1:2:3:4:5:6:7:8:9",
                "12345::",
                "1.2.3.4::",
                "g::"
            })
    void anything_else_is_refused(String text) {
        assertThat(Addresses.ip(Node.root(findings, text))).isFalse();
        assertThat(findings.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 0",
        "0.0.0.0/0, 0",
        "2001:db8::/32, 0",
        "10.0.0.1/8, 1",
        "10.0.0.0/33, 1",
        "10.0.0.0/08, 1",
        "10.0.0.0, 1",
        "::ffff:1.2.3.0/120, 1"
    })
    void a_block_has_no_bits_after_its_prefix(String text, int count) {
        Addresses.cidr(Node.root(findings, text), text);

        assertThat(findings.count()).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.1.0.0/16, true",
        "10.0.0.0/8, 10.0.0.0/8, false",
        "10.0.0.0/8, 11.0.0.0/16, false",
        "10.0.0.0/16, 10.0.0.0/8, false",
        "2001:db8::/32, 2001:db8:1::/48, true",
        "0.0.0.0/0, 2001:db8::/32, false"
    })
    void a_block_holds_smaller_ones_only(String whole, String part, boolean holds) {
        assertThat(block(whole).holds(block(part))).isEqualTo(holds);
    }

    private static Addresses.Block block(String text) {
        return Objects.requireNonNull(Addresses.parseBlock(text));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 1",
        "127.1.2.3, 1",
        "169.254.1.1, 1",
        "::1, 1",
        "fe80::1, 1",
        "ff02::1, 1",
        "10.0.0.1, 0",
        "2001:db8::1, 0"
    })
    void an_address_that_means_no_other_machine_is_not_usable(String text, int count) {
        Addresses.usable(Node.root(findings, text));

        assertThat(findings.count()).isEqualTo(count);
    }

    @Property
    void any_text_at_all_is_read_without_a_throw(@ForAll String text) {
        Addresses.parse(text);
        Addresses.parse("1:" + text);
        Addresses.parseBlock(text + "/8");
    }
}
