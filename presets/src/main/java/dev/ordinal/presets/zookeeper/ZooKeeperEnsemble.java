package dev.ordinal.presets.zookeeper;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.dsl.Cpu;
import dev.ordinal.dsl.Size;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.dsl.Word;
import dev.ordinal.presets.part.ExternalAccess;
import dev.ordinal.presets.part.Metrics;
import dev.ordinal.presets.part.NeedsStorage;
import dev.ordinal.presets.part.Preset;
import dev.ordinal.presets.part.Resources;
import dev.ordinal.presets.part.RunBook;
import dev.ordinal.presets.part.Storage;
import dev.ordinal.presets.part.Tls;
import dev.ordinal.presets.part.Version;
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
 * leaders. Scale to 0, apply the new number, scale up; safe if sealed, and if the old members are a majority of the new. To
 * fewer members, let those that go stop first and see that the others, still by the old list, acknowledge a write: stopped all
 * at once, those that stay might lack the last ones. The run book and the plan of a change have the commands.
 */
@Word
@Value.Immutable
public interface ZooKeeperEnsemble extends WithZooKeeperEnsemble, Preset<ZooKeeperEnsemble> {
    /** An ensemble of that name. The size of its disks must follow. */
    static NeedsStorage<ZooKeeperEnsemble> named(String name) {
        return storage -> ImmutableZooKeeperEnsemble.of(name, storage);
    }

    /** The name of the StatefulSet and of the Service for clients. */
    @Override
    String name();

    /** The disk of each member, for snapshots and, unless {@link #logStorage} is said, the transaction log. */
    @Override
    Storage storage();

    /** How many members: 3, 5 or 7; one alone only in {@link #development()}. Default: 3, which survive the loss of one. */
    @Value.Default
    default int members() {
        return 3;
    }

    /** The version, and the image it comes in. Default: 3.9.5. */
    @Override
    @Value.Default
    default Version version() {
        return Version.of(ZooKeeperRenderer.IMAGE.version());
    }

    /**
     * Memory of each member is request and limit; 65 % of it is Java heap, which must never be swapped. There is no limit of CPU.
     * Default: 1 GiB, half a core.
     */
    @Override
    @Value.Default
    default Resources resources() {
        return new Resources(Size.gib(1), Cpu.millis(500));
    }

    /**
     * A second disk for the transaction log alone, which makes writes faster; of the first one's class, if it names none. Default:
     * the log is on the first disk.
     */
    Optional<Storage> logStorage();

    /**
     * Whether members and clients must show a password, and the Secret with the passwords. Default: required, from {@code
     * <name>-passwords}. A running ensemble is brought from one to the other in steps, see {@link Authentication}.
     */
    @Value.Default
    default Authentication authentication() {
        return Authentication.required();
    }

    /**
     * A Secret of type {@code kubernetes.io/tls} with {@code tls.crt}, {@code tls.key} (PKCS #8) and {@code ca.crt}, for
     * the names that {@link #certificateNames()} lists. Members then speak TLS among themselves and with clients, and clients
     * use port 2281. Whoever has a certificate of that authority may be a member and, without a password, a client; so use an
     * authority of its own. Default: none, plain text at port 2181.
     *
     * <p>What is renewed in the Secret is taken up within two minutes, for new connections, and restarts nothing: a container
     * beside each server checks it with the image's {@code openssl}, and what the server could not use is left alone, with a line
     * in the log. It takes ZooKeeper 3.8.1 or newer. The authority is changed in three rounds, which the run book tells.
     */
    @Override
    Optional<Tls> tls();

    /** Who reads the metrics, which the server shows at port 7000 in any case. Default: as {@link Metrics#shown()}. */
    @Override
    Optional<Metrics> metrics();

    /**
     * How clients outside of the Kubernetes cluster reach the members; only with {@link #tls} and passwords. They come to the
     * port that clients inside come to, so a network policy then lets in everybody there. Default: they do not.
     */
    @Override
    Optional<ExternalAccess> external();

    /**
     * Lines of {@code zoo.cfg} that differ from this preset's or are added, such as {@code setting("maxClientCnxns", "0")}.
     * {@code jute.maxbuffer}, which the server does not look for there, becomes a property of its Java. Default: none.
     */
    @Override
    Map<String, String> settings();

    /** With a second disk of that size for the transaction log alone. */
    default ZooKeeperEnsemble logStorage(Size size) {
        return logStorage(Storage.of(size));
    }

    /** With passwords from a Secret of that name. */
    default ZooKeeperEnsemble passwords(String secretName) {
        return authentication(authentication().passwords(secretName));
    }

    /** No passwords: for a network in which everybody may read and write everything, and may even be a member. */
    default ZooKeeperEnsemble insecure() {
        return authentication(Authentication.none());
    }

    /** What clients are told: every member with its port, so that they find the next one when one is away. */
    default String connectString() {
        int port = ZooKeeperRenderer.clientPort(this).number();
        return ZooKeeperRenderer.members(this).stream()
                .map(member -> namespace().dns(member) + ":" + port)
                .collect(Collectors.joining(","));
    }

    /** What clients outside are told; nothing if there is no way in from there. */
    default Optional<String> externalConnectString() {
        return ZooKeeperNames.outside(this).map(outside -> String.join(",", outside.addresses()));
    }

    /** The names that the certificate in {@link #tls()} must be good for. */
    @Override
    default List<String> certificateNames() {
        return ZooKeeperNames.certificate(this);
    }

    /** What to do with it, from the first start to the rescue of lost disks, with its real names. */
    @Override
    default RunBook runBook() {
        return ZooKeeperRunBook.of(this);
    }

    /** One step down: the same in the language of applications, to go on from there. */
    default StatefulApp app() {
        return ZooKeeperRenderer.app(this);
    }

    /** {@inheritDoc} */
    @Override
    default List<StatefulApp> apps() {
        return List.of(app());
    }

    /** {@inheritDoc} */
    @Override
    default List<Diagnostic> findings() {
        return ZooKeeperRules.check(this);
    }
}
