package dev.tocsin.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The manifests say what the API understands, and every pod is hardened. */
class KubernetesManifestsTest {
    private static final Path KUBERNETES = Path.of("../kubernetes");
    private static final Map<String, Class<?>> KINDS = Map.of(
            "Deployment", Deployment.class,
            "Service", Service.class,
            "ConfigMap", ConfigMap.class,
            "Secret", Secret.class,
            "Namespace", Namespace.class,
            "PodDisruptionBudget", PodDisruptionBudget.class,
            "NetworkPolicy", NetworkPolicy.class,
            "Ingress", Ingress.class);

    /** The model keeps unknown fields in a map; without that map it refuses them, which is what a typo deserves. */
    private static final ObjectMapper STRICT = new ObjectMapper(new YAMLFactory())
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated a) {
                    return false;
                }
            })
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void everyManifestParsesStrictly() throws IOException {
        for (var manifest : manifests(KUBERNETES)) {
            var kind = manifest.path("kind").asText();
            assertThat(KINDS).containsKey(kind);
            assertThat(STRICT.treeToValue(manifest, KINDS.get(kind))).isNotNull();
        }
    }

    @Test
    void aMisspeltFieldIsRefused() throws IOException {
        var typo = STRICT.readTree("{apiVersion: v1, kind: Service, spec: {selectr: {app: x}}}");
        assertThat(catchParse(typo)).hasMessageContaining("selectr");
    }

    @Test
    void everyServiceRunsAsAHardenedPodWithProbesOnTheManagementPort() throws IOException {
        var deployments = new ArrayList<Deployment>();
        for (var manifest : manifests(KUBERNETES.resolve("base")))
            if (manifest.path("kind").asText().equals("Deployment"))
                deployments.add(STRICT.treeToValue(manifest, Deployment.class));
        assertThat(deployments)
                .extracting(d -> d.getMetadata().getName())
                .containsExactlyInAnyOrder("monitor-service", "oncall-service", "postmortem-service", "dashboard");
        for (var deployment : deployments) {
            var pod = deployment.getSpec().getTemplate().getSpec();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            for (var container : pod.getContainers()) {
                assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                        .isTrue();
                assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                        .isFalse();
                assertThat(container.getSecurityContext().getCapabilities().getDrop())
                        .containsExactly("ALL");
                for (var probe : List.of(
                        container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe()))
                    assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
            }
        }
    }

    private static Exception catchParse(JsonNode manifest) {
        try {
            STRICT.treeToValue(manifest, Service.class);
            throw new AssertionError("a misspelt field was accepted");
        } catch (IOException refused) {
            return refused;
        }
    }

    /** All but what is for other readers: kustomize's own files, and the checks that a component hands to the monitor. */
    private static List<JsonNode> manifests(Path folder) throws IOException {
        var others = Set.of("kustomization.yaml", "checks.yaml");
        var found = new ArrayList<JsonNode>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".yaml")
                            && !others.contains(f.getFileName().toString()))
                    .toList()) {
                try (var documents = STRICT.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
                    documents.forEachRemaining(found::add);
                }
            }
        }
        return found;
    }
}
