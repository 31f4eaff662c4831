package dev.ordinal.presets.part;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.manifest.Renderable;
import dev.ordinal.core.manifest.Rendered;
import dev.ordinal.dsl.Cpu;
import dev.ordinal.dsl.Issuer;
import dev.ordinal.dsl.Peer;
import dev.ordinal.dsl.Size;
import dev.ordinal.dsl.StatefulApp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The words that all presets share, beside the name and the size of the disks, which each asks for first. A preset is a value:
 * every word gives back a copy.
 *
 * @param <T> the preset, such as {@code KafkaCluster}
 */
public interface Preset<T extends Preset<T>> extends Renderable {
    /** The namespace of all objects, and the domain of their Kubernetes cluster. Default: none written, {@code cluster.local}. */
    @Value.Default
    default Namespace namespace() {
        return Namespace.current();
    }

    /** The version, and the image it comes in. Default: the newest that the preset knows, in the official image. */
    Version version();

    /** Memory and CPU of each member; heap, caches and connections follow from the memory. */
    Resources resources();

    /** The disk of each member. */
    Storage storage();

    /**
     * Whether empty disks alone must not become an empty store: {@code no} while the cluster is new, {@code yes} from the day on
     * that it holds data. Changing it restarts no pod. Default: no.
     */
    @Value.Default
    default boolean isSealed() {
        return false;
    }

    /** Whether one node is enough: members may share it, and there may be fewer than survive a loss. Default: no. */
    @Value.Default
    default boolean isDevelopment() {
        return false;
    }

    /** Who may connect as a client. Default: everybody. With one named, a network policy keeps all others out. */
    List<Peer> clients();

    /** How clients outside of the Kubernetes cluster reach each member. Default: they do not. */
    Optional<ExternalAccess> external();

    /**
     * The members' certificate, for {@link #certificateNames()}: from a Secret that is there already, or one that cert-manager
     * makes and renews. What it is used for, and what becomes of a renewed one, each preset says. Default: none, but for Kafka.
     */
    Optional<Tls> tls();

    /** Metrics for Prometheus, and who reads them. Default: none, but for ZooKeeper, whose server has its own. */
    Optional<? extends Scraping<?>> metrics();

    /** Lines of the server's configuration that differ from this preset's or are added. Default: none. */
    Map<String, String> settings();

    /**
     * What is changed of each app that it becomes, by the words of the language: labels, tolerations, registry credentials, spread,
     * roll-out and all else that no word of the preset says. Names, number and labels of the members must stay. Default: nothing.
     */
    List<Adjustment> adjustments();

    /** The names that the members' certificate must be good for, if they get one. */
    List<String> certificateNames();

    /** What to do with it, from the first start to the restore of a backup, with its real names. */
    RunBook runBook();

    /** One step down: the same in the language of applications, one for each set, to go on from there. */
    List<StatefulApp> apps();

    /** What only someone who knows the software can see in these words. */
    List<Diagnostic> findings();

    /** {@inheritDoc} */
    @Override
    default Rendered render() {
        Rendered all = new Rendered(List.of(), findings());
        for (StatefulApp app : apps()) {
            all = all.and(app.render());
        }
        return all;
    }

    /** The name of the preset's main set. */
    String name();

    /** In that namespace, and in a Kubernetes cluster of that domain. */
    T namespace(Namespace namespace);

    /** Of that version, from that image. */
    T version(Version version);

    /** With so much for each member. */
    T resources(Resources resources);

    /** Reached from outside like that. */
    T external(ExternalAccess external);

    /** As {@link #sealed()}, or as new. */
    T sealed(boolean isSealed);

    /** As {@link #development()}, or not. */
    T development(boolean isDevelopment);

    /** With such disks. */
    T storage(Storage storage);

    /** With certificates from there. */
    T tls(Tls tls);

    /** These and no others may connect as clients. */
    T clients(Iterable<? extends Peer> clients);

    /** These lines of the server's configuration and no others. */
    T settings(Map<String, ? extends String> settings);

    /** These changes of each app and no others. */
    T adjustments(Iterable<? extends Adjustment> adjustments);

    /** The same after all its members were ready for the first time. */
    default T sealed() {
        return sealed(true);
    }

    /** In that namespace, and in the same domain as before. */
    default T namespace(String name) {
        return namespace(namespace().name(name));
    }

    /** Of that version, from the official image. */
    default T version(String number) {
        return version(Version.of(number));
    }

    /** With so much memory, and so much of the processors for each member. */
    default T resources(Size memory, Cpu cpu) {
        return resources(new Resources(memory, cpu));
    }

    /** With so much memory for each member, and as much of the processors as before. */
    default T resources(Size memory) {
        return resources(resources().memory(memory));
    }

    /** With disks of that size, and of the same class as before. */
    default T storage(Size size) {
        return storage(storage().size(size));
    }

    /** For one node. */
    default T development() {
        return development(true);
    }

    /** With certificates from a Secret of that name. */
    default T tls(String secretName) {
        return tls(Tls.from(secretName));
    }

    /** With certificates from the Secret {@code <name>-tls}, which cert-manager makes of what that one signs. */
    default T tls(Issuer issuer) {
        return tls(Tls.from(name() + "-tls").by(issuer));
    }

    /** One more who may connect as a client. */
    default T client(Peer peer) {
        List<Peer> more = new ArrayList<>(clients());
        more.add(peer);
        return clients(more);
    }

    /** One line of the server's configuration. */
    default T setting(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings());
        more.put(key, value);
        return settings(more);
    }

    /** One more change of each app that it becomes: {@code adjust(app -> app.pullSecret(SecretRef.named("registry")))}. */
    default T adjust(Adjustment adjustment) {
        List<Adjustment> more = new ArrayList<>(adjustments());
        more.add(adjustment);
        return adjustments(more);
    }
}
