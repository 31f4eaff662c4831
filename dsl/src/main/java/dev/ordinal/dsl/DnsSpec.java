package dev.ordinal.dsl;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** How the pods resolve names. */
@Word
@Value.Immutable(builder = false, singleton = true)
public interface DnsSpec extends WithDnsSpec {
    /** The cluster's names first: the API server's default. */
    static DnsSpec clusterFirst() {
        return ImmutableDnsSpec.of();
    }

    /** Only what is said here; at least one server is needed. */
    static DnsSpec only(String... nameservers) {
        return ImmutableDnsSpec.of().policy("None").nameservers(nameservers);
    }

    /** The policy. Default: the API server's, {@code ClusterFirst}. */
    Optional<String> policy();

    /** More servers, at most three in all. Default: none. */
    List<String> nameservers();

    /** More search domains. Default: none. */
    List<String> searches();

    /** Resolver options, such as {@code ndots}; an empty value for those without one. Default: none. */
    Map<String, String> options();

    /** One more resolver option. */
    default DnsSpec option(String name, String value) {
        return options(Append.to(options(), name, value));
    }
}
