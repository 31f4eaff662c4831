package dev.ordinal.core.manifest;

/** Something that says what is wanted and can be turned into Kubernetes objects: an app or a preset. */
@FunctionalInterface
public interface Renderable {
    /** The objects, and what the app itself knows to be wrong; never throws for what a user wrote. */
    Rendered render();
}
