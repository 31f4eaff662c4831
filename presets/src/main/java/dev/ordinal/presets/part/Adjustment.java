package dev.ordinal.presets.part;

import dev.ordinal.dsl.StatefulApp;

/** What is changed of an app that a preset becomes, by the words of the language. */
@FunctionalInterface
public interface Adjustment {
    /** The app with the change. */
    StatefulApp of(StatefulApp app);
}
