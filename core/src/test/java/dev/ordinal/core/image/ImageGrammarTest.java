package dev.ordinal.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageGrammarTest {
    private static final String SHA256 = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql",
                "mysql:9.7.2",
                "library/mysql:_a.B-1",
                "localhost/mysql",
                "localhost:5000",
                "localhost:5000/mysql:9",
                "Reg/mysql:9.7.2",
                "REGISTRY.example.com:5000/team/a__b/c.d-e---f_g:1",
                "[2001:db8::1]:5000/mysql:1",
                "[2001:DB8::1]/mysql",
                "a_b.example/mysql",
                "mysql@sha256:SHA256",
                "reg.example.com/mysql:9.7.2@sha256:SHA256",
                "mysql@sha512:SHA256SHA256",
                "mysql@other+b64:SHA256"
            })
    void what_a_kubelet_takes_is_an_image(String image) {
        assertThat(ImageGrammar.accepts(image.replace("SHA256", SHA256))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " mysql",
                "a b:1",
                "MySQL:9.7.2",
                "Reg/MySQL:9.7.2",
                "registry.example.com/Team/mysql",
                "https://registry.example.com/mysql",
                "/mysql",
                "mysql/",
                "a//b",
                "-mysql",
                "mysql-",
                "a..b",
                "a___b",
                "a._b",
                "mysql:",
                "mysql:.9",
                "mysql:9:7",
                "mysql:9/7:1:2",
                "registry.example.com:port/mysql",
                "registry.example.com:/mysql",
                "[::g]/mysql",
                "${REGISTRY}/mysql:9",
                "mysql@",
                "mysql@sha256",
                "mysql@sha256:abc",
                "reg.example.com/x@sha256:abc",
                "mysql@sha256:SHA2560",
                "mysql@sha256:ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789",
                "mysql@sha256:SHA256:9",
                "SHA256"
            })
    void what_it_does_not_is_none(String image) {
        assertThat(ImageGrammar.accepts(image.replace("SHA256", SHA256))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 128})
    void a_tag_has_up_to_128_characters(int length) {
        assertThat(ImageGrammar.accepts("mysql:" + "a".repeat(length))).isTrue();
        assertThat(ImageGrammar.accepts("mysql:" + "a".repeat(129))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255})
    void a_repository_has_up_to_255_characters(int length) {
        assertThat(ImageGrammar.accepts("registry.example.com/" + "a".repeat(length)))
                .isTrue();
        assertThat(ImageGrammar.accepts("registry.example.com/" + "a".repeat(256)))
                .isFalse();
    }
}
