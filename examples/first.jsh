// A first manifest in JShell. Open it with: examples/jshell.sh
import dev.ordinal.core.manifest.*
import dev.ordinal.dsl.*
import static dev.ordinal.dsl.Cpu.*
import static dev.ordinal.dsl.Disruption.*
import static dev.ordinal.dsl.Size.*

var web = Port.tcp("web", 8080)
var data = VolumeSpec.claim("data", gib(10))
var server = ContainerSpec.named("server").image("nginx:1.29.3").port(web).mount(data, "/data").ready(ProbeSpec.tcp(web)).cpu(millis(100)).memory(mib(128))
var app = StatefulApp.named("first").container(server).replicas(3).runAs(101)
var manifest = Manifest.of(app)
System.out.print(manifest.report())
System.out.print(manifest.yaml())
