package dev.tocsin.dashboard.chart;

import java.util.List;
import java.util.regex.Pattern;

import dev.tocsin.dashboard.InEnglish;
import dev.tocsin.dashboard.chart.Mosaic.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(InEnglish.class)
class MosaicTest {
    private static final Pattern BOX = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v(\\d+)h-(\\d+)z");

    @ParameterizedTest
    @CsvSource({"0,0,5", "1,0,0", "7,13,4980", "12,12,12", "3,200,41", "0,1,0", "40,0,4960"})
    void eachKindCoversAsManyCellsAsItHas(long down, long unknown, long up) {
        var mosaic = Mosaic.of(List.of(new Share("down", down), new Share("unknown", unknown), new Share("up", up)));
        assertThat(mosaic.runs().stream().mapToLong(Mosaic.Run::count).sum()).isEqualTo(down + unknown + up);
        for (var run : mosaic.runs())
            assertThat(cells(run, mosaic)).as(run.kind()).isEqualTo(run.count());
    }

    @Test
    void kindsFollowEachOtherWithoutAGapAndThoseWithoutCellsAreLeftOut() {
        var mosaic = Mosaic.of(List.of(new Share("down", 5), new Share("unknown", 0), new Share("up", 31)));
        assertThat(mosaic.width()).isEqualTo(120);
        assertThat(mosaic.height()).isEqualTo(30);
        assertThat(mosaic.runs())
                .containsExactly(
                        new Mosaic.Run("down", 5, "M0 0h50v10h-50z"),
                        new Mosaic.Run("up", 31, "M50 0h70v10h-70zM0 10h120v20h-120z"));
    }

    @Test
    void fiveThousandCellsWeighNoMoreThanFive() {
        var mosaic = Mosaic.of(List.of(new Share("down", 11), new Share("up", 4989)));
        assertThat(mosaic.runs().stream().mapToInt(run -> run.d().length()).sum())
                .isLessThan(150);
        assertThat(mosaic.pixels()).isLessThan(900);
    }

    private static long cells(Mosaic.Run run, Mosaic mosaic) {
        var boxes = BOX.matcher(run.d());
        long cells = 0;
        while (boxes.find()) {
            var right = Integer.parseInt(boxes.group(1)) + Integer.parseInt(boxes.group(3));
            var bottom = Integer.parseInt(boxes.group(2)) + Integer.parseInt(boxes.group(4));
            assertThat(right).isLessThanOrEqualTo(mosaic.width());
            assertThat(bottom).isLessThanOrEqualTo(mosaic.height());
            cells += Long.parseLong(boxes.group(3)) * Long.parseLong(boxes.group(4)) / (Mosaic.CELL * Mosaic.CELL);
        }
        return cells;
    }
}
