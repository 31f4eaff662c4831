package dev.ordinal.presets.mongodb;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.dsl.Cpu;
import dev.ordinal.dsl.SecretRef;
import dev.ordinal.dsl.Size;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.dsl.Word;
import dev.ordinal.presets.part.Backup;
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
import org.immutables.value.Value;

/**
 * A MongoDB replica set on the official image: members with disks of their own, which elect a primary among themselves.
 *
 * <pre>{@code
 * MongoReplicaSet orders = MongoReplicaSet.named("orders").storage(gib(20)).namespace("shop");
 * System.out.print(Manifest.of(orders).yaml());
 * }</pre>
 *
 * <p>An agent beside each member (the image's own {@code mongosh}) begins the set once, lets new members in without a vote until
 * they have the data, lets go of members that are no longer wanted, and hands over before a stop. It reads the list of members
 * from a ConfigMap that can change while the pods run.
 *
 * <p><b>Render it twice.</b> As soon as all members are ready, render it {@link #sealed()} and apply it again: no pod
 * restarts, but from then on no member ever begins a set of its own, even if all disks should be empty.
 *
 * <p><b>What was tested.</b> There was no MongoDB server where this was built: its scripts ran, in the pods of the rendered
 * manifest, against stand-ins for {@code mongod}, {@code mongosh}, {@code mongodump}, {@code mongorestore} and the exporter that
 * were written for that. With TLS, {@link #external()} and the backup job, too, what is known is what these programs are told.
 * One test runs against the real server wherever it is installed. Try it on a cluster of your own before you rely on it.
 */
@Word
@Value.Immutable
public interface MongoReplicaSet extends WithMongoReplicaSet, Preset<MongoReplicaSet> {
    /** A replica set of that name. The size of its disks must follow. */
    static NeedsStorage<MongoReplicaSet> named(String name) {
        return storage -> ImmutableMongoReplicaSet.of(name, storage);
    }

    /** The name of the StatefulSet. */
    @Override
    String name();

    /** {@inheritDoc} */
    @Override
    Storage storage();

    /** How many members vote, how many only copy the data, and the name of their set. Default: three that vote, {@code rs0}. */
    @Value.Default
    default MongoMembers members() {
        return MongoMembers.voting(3);
    }

    /** The version, and the image it comes in. Default: 8.0.29, of a series that is supported for long. */
    @Override
    @Value.Default
    default Version version() {
        return Version.of(MongoVersions.IMAGE.version());
    }

    /**
     * Memory of each server is request and limit; its cache is half of what is above 1 GiB. There is no limit of CPU. Default: 2 GiB,
     * half a core.
     */
    @Override
    @Value.Default
    default Resources resources() {
        return new Resources(Size.gib(2), Cpu.millis(500));
    }

    /**
     * The Secret with {@code keyfile} (6 to 1024 characters of base64, by which members know each other), {@code
     * root-password}, and {@code monitor-password} or {@code backup-password} if such users are needed.
     * A password that changes there, the agent of the primary tells the servers; the key is changed in two rounds, which the run
     * book tells. Default: {@code <name>-auth}.
     */
    Optional<SecretRef> auth();

    /**
     * A Secret of type {@code kubernetes.io/tls} with {@code tls.crt}, {@code tls.key} and {@code ca.crt}, for the names that {@link
     * #certificateNames()} lists, as server and client. Members and clients then speak TLS only; clients need no
     * certificate. What is renewed in the Secret, another authority as well, is taken up without a restart, within two minutes;
     * what does not fit is not, and the agent's log says why. Default: none, plain text.
     */
    @Override
    Optional<Tls> tls();

    /**
     * How clients outside of the Kubernetes cluster reach each member. The members then have a second address each (a horizon),
     * which they tell whoever greets them by that host in TLS, so it needs {@link #tls} and host names, no addresses.
     * Switched on later, it restarts no pod. Default: they do not.
     */
    @Override
    Optional<ExternalAccess> external();

    /** Metrics of an exporter beside each member, at port 9216. Default: none. */
    @Override
    Optional<Metrics> metrics();

    /**
     * A backup by {@code mongodump}, which reads all data as of the end of the run, from a secondary if there is one. A restore brings back no users
     * and roles. Default: none.
     */
    Optional<Backup> backup();

    /**
     * Settings of {@code mongod.conf} by their dotted names that differ from this preset's or are added, such as {@code
     * setting("net.maxIncomingConnections", "2000")}. Default: none.
     */
    @Override
    Map<String, String> settings();

    /** With so many members that vote: 3, 5 or 7, or one alone in {@link #development()}; the rest as before. */
    default MongoReplicaSet members(int voting) {
        MongoMembers now = members();
        return members(new MongoMembers(voting, now.readers(), now.hasArbiter(), now.replicaSet()));
    }

    /** With keys and passwords from a Secret of that name. */
    default MongoReplicaSet auth(String secretName) {
        return auth(SecretRef.named(secretName));
    }

    /** What clients are told, without user and password: every member, so that they find the primary wherever it is. */
    default String connectionString() {
        return MongoNames.connectionString(this);
    }

    /** The names that a certificate of {@link #tls} must be good for: of the members, and those outside. */
    @Override
    default List<String> certificateNames() {
        return MongoNames.certificate(this);
    }

    /** What to do with it, from the first start to the restore of a backup, with its real names. */
    @Override
    default RunBook runBook() {
        return MongoRunBook.of(this);
    }

    /** One step down: the same in the language of applications, to go on from there. */
    default StatefulApp app() {
        return MongoRenderer.app(this);
    }

    /** {@inheritDoc} */
    @Override
    default List<StatefulApp> apps() {
        return List.of(app());
    }

    /** {@inheritDoc} */
    @Override
    default List<Diagnostic> findings() {
        return MongoRules.check(this);
    }
}
