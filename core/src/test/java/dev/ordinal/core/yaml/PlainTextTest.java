package dev.ordinal.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    static List<RecordedScalar> leftBare() {
        return RecordedScalar.all().stream()
                .filter(recorded -> PlainText.isPlain(recorded.text()))
                .toList();
    }

    static List<RecordedScalar> quoted() {
        return RecordedScalar.all().stream()
                .filter(recorded -> !PlainText.isPlain(recorded.text()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("leftBare")
    void what_is_left_bare_was_read_as_the_same_text_by_the_api_server(RecordedScalar recorded) {
        assertThat(recorded.value()).isEqualTo(recorded.text());
        assertThat(recorded.key()).isEqualTo(RecordedScalar.isConfigKey(recorded.text()) ? recorded.text() : null);
    }

    @ParameterizedTest
    @MethodSource("quoted")
    void what_the_api_server_read_as_the_same_text_is_quoted_for_a_reason(RecordedScalar recorded) {
        boolean sameForServer = recorded.text().equals(recorded.value())
                && Optional.of(recorded.text()).equals(Optional.ofNullable(recorded.key()));
        assertThat(sameForServer)
                .isEqualTo(List.of("---", "1e400", "2026-11-22", "2026-1-2").contains(recorded.text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql:5.7",
                "registry.example.com:5000/team/app@sha256:0123abcd",
                "10Gi",
                "500m",
                "1.5Gi",
                "100Mi",
                "0.5Ti",
                "/var/lib/mysql",
                "zk-0.zk",
                "zk-0.zk.default.svc.cluster.local:2181",
                "app.kubernetes.io/name",
                "v1",
                "apps/v1",
                "ReadWriteOnce",
                "sh -c",
                "sh",
                "-c",
                "-ec",
                "--flag=value",
                "--",
                "a b c",
                "1.2.3",
                "8.0.35",
                "v1.2.3-rc.1",
                "10.0.0.0/8",
                "127.0.0.1",
                "127.0.0.1:8080",
                "0.0.0.0:80",
                "fe80::1",
                "::1",
                "http://example.com/?a=b&c=d#e",
                "echo \"hi\"",
                "don't",
                "$(POD_NAME)",
                "${VAR:-x}",
                "50%",
                "100%",
                "a,b",
                "a, b",
                "a=b",
                "key=value,other=x",
                "node-role.kubernetes.io/control-plane",
                "topology.kubernetes.io/zone",
                "nobody",
                "Never",
                "Always",
                "IfNotPresent",
                "OnDelete",
                "None",
                "none",
                "nil",
                "north",
                "yesterday",
                "offset",
                "one",
                "truth",
                "Nulls",
                "y1",
                "on1",
                "e3",
                "E3",
                "0xZZ",
                "0b2",
                "0o8",
                "1a",
                "0123abc",
                "1e",
                "5m",
                "30s",
                "1h30m",
                "2026-11-22-backup",
                "2026-11",
                "1-1",
                "1/2",
                "1+1",
                "_1",
                "~/a",
                "a'b",
                "a#b",
                "a:b",
                ":8080",
                "?a",
                "é",
                "日本語",
                "😀 yes",
                "Zoë",
                "max_connections = 200",
                "redis-cli -h localhost ping | grep PONG",
                "a  b",
                ".a",
                "..",
                ".",
                "+",
                "/"
            })
    void an_everyday_text_needs_no_quotes(String text) {
        assertThat(YamlWriter.write(Map.of("value", text))).isEqualTo("value: " + text + "\n");
        assertThat(YamlWriter.write(Map.of(text, List.of(text)))).isEqualTo(text + ":\n  - " + text + "\n");
    }
}
