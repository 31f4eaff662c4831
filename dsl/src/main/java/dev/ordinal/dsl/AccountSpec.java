package dev.ordinal.dsl;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The ServiceAccount that the pods run as. An app that does not call the Kubernetes API needs no word of this: its pods get no
 * token at all.
 */
@Word
@Value.Immutable(builder = false, singleton = true)
public interface AccountSpec extends WithAccountSpec {
    /** An account of its own, named as the app; rights and a token come with {@link #allow}. */
    static AccountSpec own() {
        return ImmutableAccountSpec.of();
    }

    /** An account that exists beforehand; its token is mounted. */
    static AccountSpec existing(String name) {
        return ImmutableAccountSpec.of().existingName(name).tokenMounted(true);
    }

    /** The name of an account that exists beforehand. Default: none, an account is rendered. */
    Optional<String> existingName();

    /** The rights: a Role and a RoleBinding. Default: none. */
    List<AccountRule> rules();

    /** Annotations, which is how clouds give their own identity to an account. Default: none. */
    Map<String, String> annotations();

    /** Whether the pods get the account's token. Default: only if there are rights to use it for. */
    Optional<Boolean> isTokenMounted();

    /** One more right on resources of the core group: {@code allow("endpoints", "get", "patch")}. */
    default AccountSpec allow(String resource, String... verbs) {
        return allow(new AccountRule("", List.of(resource), List.of(), List.of(verbs)));
    }

    /** One more right. */
    default AccountSpec allow(AccountRule rule) {
        return rules(Append.to(rules(), rule));
    }

    /** One more annotation. */
    default AccountSpec annotation(String key, String value) {
        return annotations(Append.to(annotations(), key, value));
    }
}
