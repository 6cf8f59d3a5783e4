package dev.tocsin.monitor.probe;

import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;

import dev.tocsin.monitor.condition.Condition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class KindsTest {
    static Stream<Kind<?>> kinds() {
        return NetworkKinds.all().all().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyExampleIsACondition(Kind<?> kind) {
        assertThat(kind.vocabulary().examples())
                .isNotEmpty()
                .allSatisfy(example -> Condition.parse(example.condition(), kind.vocabulary()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everySettingIsDescribed(Kind<?> kind) {
        var parts = Stream.of(kind.type().getRecordComponents()).map(RecordComponent::getName);
        var described = kind.settings().stream()
                .map(setting -> setting.name().replaceFirst("\\..*", ""))
                .distinct();
        assertThat(described).containsExactlyInAnyOrderElementsOf(parts.toList());
    }
}
