package dev.ordinal.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Sha256Test {
    @Property
    void any_bytes_have_the_checksum_that_the_platform_gives_them(@ForAll @Size(max = 300) byte[] bytes)
            throws NoSuchAlgorithmException {
        assertThat(Sha256.of(bytes)).isEqualTo(platform(bytes));
    }

    /** Where the padding begins a new block. */
    @Test
    void every_length_around_a_block_has_it() throws NoSuchAlgorithmException {
        for (int length = 0; length <= 200; length++) {
            byte[] bytes = new byte[length];
            Arrays.fill(bytes, (byte) length);
            assertThat(Sha256.of(bytes)).isEqualTo(platform(bytes));
        }
    }

    private static byte[] platform(byte[] bytes) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
