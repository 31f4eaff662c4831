package dev.ordinal.dsl;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * How evenly the pods of the app are spread over hosts, zones or any other domain: one entry of
 * {@code topologySpreadConstraints}, which selects the app's own pods.
 */
@Word
@Value.Immutable
public interface SpreadSpec extends WithSpreadSpec {
    /** The label of a node's host name. */
    String HOST = "kubernetes.io/hostname";

    /** The label of a node's zone. */
    String ZONE = "topology.kubernetes.io/zone";

    /** Over hosts. */
    static SpreadSpec overHosts() {
        return over(HOST);
    }

    /** Over zones. */
    static SpreadSpec overZones() {
        return over(ZONE);
    }

    /** Over the values of a node label. */
    static SpreadSpec over(String topologyKey) {
        return ImmutableSpreadSpec.of(topologyKey);
    }

    /** The node label whose values are the domains. */
    String topologyKey();

    /** By how many pods the fullest and the emptiest domain may differ. Default: 1. */
    @Value.Default
    default int maxSkew() {
        return 1;
    }

    /** Whether a pod waits when it cannot be met. Default: soft, it is placed all the same. */
    @Value.Default
    default Strictness strictness() {
        return Strictness.SOFT;
    }

    /** How many domains there must be, for hard spreads. Default: any number. */
    Optional<Integer> minDomains();

    /** A pod waits until it can be met. */
    default SpreadSpec hard() {
        return strictness(Strictness.HARD);
    }
}
