package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A line in the pods' hosts file.
 *
 * @param ip the address
 * @param hostnames the names for it
 */
public record HostAlias(String ip, List<String> hostnames) {
    /** Keeps its own copy of the names. */
    public HostAlias {
        requireNonNull(ip, "ip");
        requireNonNull(hostnames, "hostnames");
        hostnames = List.copyOf(hostnames);
    }
}
