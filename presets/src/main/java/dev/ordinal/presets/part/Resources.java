package dev.ordinal.presets.part;

import static java.util.Objects.requireNonNull;

import dev.ordinal.dsl.Cpu;
import dev.ordinal.dsl.Size;

/**
 * What each member gets of its node. Memory becomes request and limit, and heap, caches and connections follow from it; CPU becomes
 * a request, without a limit.
 *
 * @param memory of each member's server
 * @param cpu of each member's server
 */
public record Resources(Size memory, Cpu cpu) {
    /** Refuses null. */
    public Resources {
        requireNonNull(memory, "memory");
        requireNonNull(cpu, "cpu");
    }

    /** The same with that much memory. */
    public Resources memory(Size other) {
        return new Resources(other, cpu);
    }
}
