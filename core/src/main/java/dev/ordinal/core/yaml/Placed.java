package dev.ordinal.core.yaml;

/** Something with a place in the whole text. */
interface Placed {
    /** The line, from 1. */
    int line();

    /** The column, from 1. */
    int column();
}
