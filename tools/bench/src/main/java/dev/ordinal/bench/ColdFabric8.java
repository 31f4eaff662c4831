package dev.ordinal.bench;

import dev.ordinal.dsl.Size;
import dev.ordinal.presets.zookeeper.ZooKeeperEnsemble;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;

/** A process that prints the same objects with the client's printer, without any check. */
final class ColdFabric8 {
    private ColdFabric8() {}

    public static void main(String[] args) {
        StringBuilder text = new StringBuilder();
        for (HasMetadata object :
                ZooKeeperEnsemble.named("zk").storage(Size.gib(10)).render().objects()) {
            text.append(Serialization.asYaml(object));
        }
        System.out.print(text);
    }
}
