package dev.ordinal.dsl;

import java.util.Map;
import org.immutables.value.Value;

/** The headless Service that gives each pod its stable DNS name: {@code <pod>.<service>.<namespace>.svc.cluster.local}. */
@Word
@Value.Immutable(builder = false, singleton = true)
public interface HeadlessSpec extends WithHeadlessSpec {
    /** Named {@code <app>-headless}, so that {@code <app>} is free for the Service that clients use. */
    static HeadlessSpec standard() {
        return ImmutableHeadlessSpec.of();
    }

    /** Under a name of your own. */
    static HeadlessSpec named(String name) {
        return ImmutableHeadlessSpec.of().name(name);
    }

    /** The Service's name. Default: empty, which stands for {@code <app>-headless}. */
    @Value.Default
    default String name() {
        return "";
    }

    /**
     * Whether a pod's name resolves before it is ready. Default: yes, because members usually become ready only when they
     * have found each other, and they find each other by these names.
     */
    @Value.Default
    default boolean publishesNotReady() {
        return true;
    }

    /** Annotations. Default: none. */
    Map<String, String> annotations();
}
