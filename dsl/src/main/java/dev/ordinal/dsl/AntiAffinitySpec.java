package dev.ordinal.dsl;

import org.immutables.value.Value;

/** No two pods of the app in one domain: {@code podAntiAffinity}, which selects the app's own pods. */
@Word
@Value.Immutable
public interface AntiAffinitySpec extends WithAntiAffinitySpec {
    /** No two on one host. */
    static AntiAffinitySpec perHost() {
        return per(SpreadSpec.HOST);
    }

    /** No two in one zone. */
    static AntiAffinitySpec perZone() {
        return per(SpreadSpec.ZONE);
    }

    /** No two in one domain of a node label. */
    static AntiAffinitySpec per(String topologyKey) {
        return ImmutableAntiAffinitySpec.of(topologyKey);
    }

    /** The node label whose values are the domains. */
    String topologyKey();

    /** Whether a pod waits when it cannot be met. Default: hard, it waits. */
    @Value.Default
    default Strictness strictness() {
        return Strictness.HARD;
    }

    /** How much a soft wish counts beside others, from 1 to 100. Default: 100. */
    @Value.Default
    default int weight() {
        return 100;
    }

    /** The scheduler does its best. */
    default AntiAffinitySpec soft() {
        return strictness(Strictness.SOFT);
    }
}
