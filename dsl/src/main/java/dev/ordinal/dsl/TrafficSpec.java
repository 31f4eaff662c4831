package dev.ordinal.dsl;

import java.util.List;
import org.immutables.value.Value;

/**
 * Who may talk to the members: a NetworkPolicy. Members may always talk among themselves on every port, and the app's jobs
 * may call the members; everybody else needs a sentence here. What the members may call is open unless {@link #closedOut} is said.
 */
@Word
@Value.Immutable(builder = false, singleton = true)
public interface TrafficSpec extends WithTrafficSpec {
    /** The members among themselves, and nobody else. */
    static TrafficSpec amongMembers() {
        return ImmutableTrafficSpec.of();
    }

    /** Who may come in. Default: the members only. */
    List<TrafficRule> in();

    /** Whom the members may call, besides each other and DNS, when going out is closed. Default: nobody. */
    List<TrafficRule> out();

    /** Whether going out is closed but for members, DNS and {@link #out}. Default: no. */
    @Value.Default
    default boolean isClosedOut() {
        return false;
    }

    /** Lets somebody in at these ports; at all ports when none is named. */
    default TrafficSpec from(Peer peer, Port... ports) {
        return in(Append.to(in(), new TrafficRule(peer, List.of(ports))));
    }

    /** Closes the way out, but for the members and for DNS at port 53. */
    default TrafficSpec closedOut() {
        return closedOut(true);
    }

    /** Closes the way out, but for this one (and members and DNS). */
    default TrafficSpec to(Peer peer, Port... ports) {
        return closedOut(true).out(Append.to(out(), new TrafficRule(peer, List.of(ports))));
    }
}
