/** ZooKeeper: an ensemble in a few words, written in the public language only. */
@NullMarked
package dev.ordinal.presets.zookeeper;

import org.jspecify.annotations.NullMarked;
