package dev.ordinal.presets.zookeeper;

import dev.ordinal.core.manifest.Renderable;
import dev.ordinal.core.manifest.Rendered;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Secret of the tests' ensemble. */
record Passwords(Map<String, String> byKey) implements Renderable {
    /** With all that a JAAS file reads in another way than it is written. */
    static final String ADMIN = "a\"b\\c d$1;#'%s//é";

    static final String PAYMENTS = "pay";

    static final Passwords USUAL = new Passwords(Map.of("admin", ADMIN, "members", "of-members", "payments", PAYMENTS));

    /** As before anybody has made the Secret. */
    static final Passwords NONE = new Passwords(Map.of());

    Passwords with(String key, String password) {
        Map<String, String> more = new LinkedHashMap<>(byKey);
        more.put(key, password);
        return new Passwords(more);
    }

    Passwords without(String key) {
        Map<String, String> fewer = new LinkedHashMap<>(byKey);
        fewer.remove(key);
        return new Passwords(fewer);
    }

    @Override
    public Rendered render() {
        if (byKey.isEmpty()) {
            return new Rendered(List.of(), List.of());
        }
        Secret secret = new SecretBuilder()
                .withApiVersion("v1")
                .withKind("Secret")
                .withNewMetadata()
                .withNamespace("test")
                .withName("zk-passwords")
                .endMetadata()
                .withStringData(byKey)
                .build();
        return new Rendered(List.of(secret), List.of());
    }
}
