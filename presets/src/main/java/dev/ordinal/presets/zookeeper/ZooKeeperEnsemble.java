package dev.ordinal.presets.zookeeper;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Member;
import dev.ordinal.core.manifest.Renderable;
import dev.ordinal.core.manifest.Rendered;
import dev.ordinal.dsl.Cpu;
import dev.ordinal.dsl.Peer;
import dev.ordinal.dsl.SecretRef;
import dev.ordinal.dsl.Size;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.dsl.Strictness;
import dev.ordinal.dsl.Word;
import dev.ordinal.presets.part.ExternalAccess;
import dev.ordinal.presets.part.RunBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * A ZooKeeper ensemble on the official image: members with fixed ids and disks of their own, which elect a leader among
 * themselves.
 *
 * <pre>{@code
 * ZooKeeperEnsemble zk = ZooKeeperEnsemble.named("zk").storage(gib(10)).namespace("shop");
 * System.out.print(Manifest.of(zk).yaml());
 * }</pre>
 *
 * <p><b>Nobody gets in without a password.</b> Members and clients show one (SASL, DIGEST-MD5), from the Secret {@code
 * zk-passwords}. A client in Java names its own in a JAAS file, and needs two properties:
 *
 * <pre>{@code
 * Client {
 *   org.apache.zookeeper.server.auth.DigestLoginModule required
 *   username="payments"
 *   password="...";
 * };
 * -Djava.security.auth.login.config=client.jaas -Dzookeeper.fips-mode=false
 * }</pre>
 *
 * Without the second, clients of 3.9 and newer do not log in, and are turned away. Passwords keep strangers out; they hide
 * nothing from who listens on the network, which takes {@link #tls()}. The run book tells how users are made.
 *
 * <p><b>Render it twice.</b> A new ensemble starts with empty disks, and has to be allowed to. As soon as all members are
 * ready, render it {@link #sealed()} and apply it again: no pod restarts, but from then on a member that has lost its disk
 * copies the data of the others before it may vote. Without the seal, two of three members with empty disks could elect
 * one of themselves, and the third would throw its data away.
 *
 * <p><b>Never change {@link #members()} by a rolling update.</b> While two lists of members are live there can be two
 * leaders. Scale to 0, apply the new number, scale up; safe if sealed, and if the old members are a majority of the new.
 */
@Word
@Value.Immutable
public interface ZooKeeperEnsemble extends WithZooKeeperEnsemble, Renderable {
    /** An ensemble of that name. The size of its disks must follow. */
    static NeedsStorage named(String name) {
        return storage -> ImmutableZooKeeperEnsemble.of(name, storage);
    }

    /** An ensemble that still lacks its disks. */
    @FunctionalInterface
    interface NeedsStorage {
        /** The size of each member's disk, for snapshots and, unless {@link #logStorage} is said, the transaction log. */
        ZooKeeperEnsemble storage(Size storage);
    }

    /** The name of the StatefulSet and of the Service for clients. */
    String name();

    /** The size of each member's disk. */
    Size storage();

    /** The namespace of all objects. Default: none written. */
    Optional<String> namespace();

    /** How many members: 3, 5 or 7; one alone only in {@link #development()}. Default: 3, which survive the loss of one. */
    @Value.Default
    default int members() {
        return 3;
    }

    /** The version, and the tag of the official image. Default: 3.9.5. */
    @Value.Default
    default String version() {
        return "3.9.5";
    }

    /**
     * An image with the layout of the official one and of that {@link #version()}, from a registry of your own or pinned as
     * {@code zookeeper@sha256:…}. Default: {@code zookeeper:<version>}.
     */
    Optional<String> image();

    /** Memory of each member, request and limit. Default: 1 GiB. */
    @Value.Default
    default Size memory() {
        return Size.gib(1);
    }

    /** Java heap of each member. Default: 65 % of the memory. It must never be swapped, so it must stay below 75 %. */
    Optional<Size> heap();

    /** CPU request of each member; there is no limit. Default: half a core. */
    @Value.Default
    default Cpu cpu() {
        return Cpu.millis(500);
    }

    /** The storage class of the disks. Default: the cluster's default class. */
    Optional<String> storageClass();

    /** A second disk for the transaction log alone, which makes writes faster. Default: the log is on the first disk. */
    Optional<Size> logStorage();

    /** The storage class of the second disk. Default: the first disk's. */
    Optional<String> logStorageClass();

    /** Whether a member with an empty disk must copy the data of others before it may vote. Default: no, the ensemble is new. */
    @Value.Default
    default boolean isSealed() {
        return false;
    }

    /** Whether one node is enough: one member alone is allowed, and members may share a node. Default: no. */
    @Value.Default
    default boolean isDevelopment() {
        return false;
    }

    /** Whether a member waits rather than share a zone unevenly with others. Default: soft, it is placed all the same. */
    @Value.Default
    default Strictness zoneSpread() {
        return Strictness.SOFT;
    }

    /**
     * Whether members and clients must show a password. Default: required. A running ensemble is brought from one to the other
     * in steps, see {@link Authentication}.
     */
    @Value.Default
    default Authentication authentication() {
        return Authentication.REQUIRED;
    }

    /**
     * The Secret with the passwords: {@code members}, which the members show each other (with {@link #tls} they show
     * certificates, and it is not needed), {@code admin}, the user that may do everything, and one for each user of clients,
     * whose name is the key. Default: {@code <name>-passwords}.
     */
    @Value.Default
    default SecretRef passwords() {
        return SecretRef.named(name() + "-passwords");
    }

    /**
     * A Secret of type {@code kubernetes.io/tls} with {@code tls.crt}, {@code tls.key} (PKCS #8) and {@code ca.crt}, for
     * the names that {@link #certificateNames()} lists. Members then speak TLS among themselves and with clients, and clients
     * use port 2281. Whoever has a certificate of that authority may be a member and, without a password, a client; so use an
     * authority of its own. Default: none, plain text at port 2181.
     */
    Optional<SecretRef> tls();

    /**
     * How clients outside of the Kubernetes cluster reach the members; only with {@link #tls} and passwords. They come to the
     * port that clients inside come to, so a network policy then lets in everybody there. Default: they do not.
     */
    Optional<ExternalAccess> external();

    /** Who may connect as a client. Default: everybody. With one named, a network policy keeps all others out. */
    List<Peer> clients();

    /** Who may read the metrics. Default: everybody; with {@link #clients} named, nobody else. */
    List<Peer> scrapers();

    /** Lines of {@code zoo.cfg} that differ from this preset's or are added. Default: none. */
    Map<String, String> settings();

    /** Labels of all objects that may change, such as version or team. Default: none. */
    Map<String, String> infoLabels();

    /** The cluster's domain. Default: {@code cluster.local}. */
    @Value.Default
    default String clusterDomain() {
        return Member.DEFAULT_DOMAIN;
    }

    /** The same ensemble after all its members were ready for the first time. */
    default ZooKeeperEnsemble sealed() {
        return sealed(true);
    }

    /** For one node. */
    default ZooKeeperEnsemble development() {
        return development(true);
    }

    /** With certificates from a Secret of that name. */
    default ZooKeeperEnsemble tls(String secretName) {
        return tls(SecretRef.named(secretName));
    }

    /** With passwords from a Secret of that name. */
    default ZooKeeperEnsemble passwords(String secretName) {
        return passwords(SecretRef.named(secretName));
    }

    /** No passwords: for a network in which everybody may read and write everything, and may even be a member. */
    default ZooKeeperEnsemble insecure() {
        return authentication(Authentication.NONE);
    }

    /** One more who may connect as a client. */
    default ZooKeeperEnsemble client(Peer peer) {
        List<Peer> more = new ArrayList<>(clients());
        more.add(peer);
        return clients(more);
    }

    /** One more who may read the metrics. */
    default ZooKeeperEnsemble scraper(Peer peer) {
        List<Peer> more = new ArrayList<>(scrapers());
        more.add(peer);
        return scrapers(more);
    }

    /** One line of {@code zoo.cfg}, such as {@code setting("maxClientCnxns", "0")}. */
    default ZooKeeperEnsemble setting(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings());
        more.put(key, value);
        return settings(more);
    }

    /** One more label that may change. */
    default ZooKeeperEnsemble infoLabel(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(infoLabels());
        more.put(key, value);
        return infoLabels(more);
    }

    /** What clients are told: every member with its port, so that they find the next one when one is away. */
    default String connectString() {
        int port = ZooKeeperRenderer.clientPort(this).number();
        return ZooKeeperRenderer.members(this).stream()
                .map(member -> member.dns(clusterDomain()) + ":" + port)
                .collect(Collectors.joining(","));
    }

    /** What clients outside are told; nothing if there is no way in from there. */
    default Optional<String> externalConnectString() {
        return ZooKeeperNames.outside(this).map(outside -> String.join(",", outside.addresses()));
    }

    /** The names that the certificate in {@link #tls()} must be good for. */
    default List<String> certificateNames() {
        return ZooKeeperNames.certificate(this);
    }

    /** What to do with it, from the first start to the rescue of lost disks, with its real names. */
    default RunBook runBook() {
        return ZooKeeperRunBook.of(this);
    }

    /** One step down: the same in the language of applications, to go on from there. */
    default StatefulApp app() {
        return ZooKeeperRenderer.app(this);
    }

    /** {@inheritDoc} */
    @Override
    default Rendered render() {
        Rendered app = app().render();
        List<Diagnostic> findings = new ArrayList<>(ZooKeeperRules.check(this));
        findings.addAll(app.diagnostics());
        return new Rendered(app.objects(), findings);
    }
}
