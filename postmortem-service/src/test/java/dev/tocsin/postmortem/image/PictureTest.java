package dev.tocsin.postmortem.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PictureTest {
    private static final String SECRET = "52.5200 N, 13.4050 E <script>alert(1)</script>";

    @Test
    void whatTravelsBesideThePixelsIsLeftOut() throws IOException {
        var withText = pngWithText(encoded(picture(40, 30), "png"), SECRET);
        var withTail = concat(encoded(picture(40, 30), "jpeg"), ("PK\3\4" + SECRET).getBytes(StandardCharsets.UTF_8));
        assertThat(new String(withText, StandardCharsets.ISO_8859_1)).contains(SECRET);

        for (var upload : new byte[][] {withText, withTail}) {
            var made = accepted(upload);
            assertThat(new String(made.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("script", "13.4050");
            assertThat(made.width()).isEqualTo(40);
        }
    }

    @Test
    void aScreenshotStaysAPngAndAPhotoAJpegAndAGifKeepsItsFirstFrame() throws IOException {
        assertThat(accepted(encoded(picture(40, 30), "png")).mime()).isEqualTo("image/png");
        assertThat(accepted(encoded(picture(40, 30), "jpeg")).mime()).isEqualTo("image/jpeg");
        assertThat(accepted(encoded(picture(40, 30), "gif")).mime()).isEqualTo("image/png");
    }

    @Test
    void aLargePictureIsMadeSmallEnoughForAPage() throws IOException {
        var wide = accepted(encoded(picture(3_200, 400), "png"));
        var tall = accepted(encoded(picture(200, 4_800), "png"));

        assertThat(wide.width()).isEqualTo(1_600);
        assertThat(wide.height()).isEqualTo(200);
        assertThat(tall.height()).isEqualTo(2_400);
        assertThat(ImageIO.read(new ByteArrayInputStream(wide.bytes())).getWidth())
                .isEqualTo(1_600);
    }

    @ParameterizedTest
    @CsvSource({"1, 40, 20", "3, 40, 20", "6, 20, 40", "8, 20, 40"})
    void aPhotoStandsAsTheCameraWasHeld(int tag, int width, int height) throws IOException {
        var made = accepted(jpegHeld(tag, encoded(redCornered(), "jpeg")));

        assertThat(made.width()).isEqualTo(width);
        assertThat(made.height()).isEqualTo(height);
        var pixels = ImageIO.read(new ByteArrayInputStream(made.bytes()));
        // The sensor's upper left corner lies, turned clockwise by 0, 180, 90 and 270 degrees:
        var x = tag == 1 || tag == 8 ? 3 : width - 4;
        var y = tag == 1 || tag == 6 ? 3 : height - 4;
        assertThat(new Color(pixels.getRGB(x, y)).getRed()).isGreaterThan(180);
        assertThat(new Color(pixels.getRGB(width - 1 - x, height - 1 - y)).getRed())
                .isLessThan(80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF", "%PDF-1.7", "", "RIFF0000WEBPVP8 "})
    void whatIsNoPictureOfOursIsRefusedWhateverItCallsItself(String bytes) {
        assertThat(Picture.of(bytes.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Picture.Outcome.Refused("must be a PNG, JPEG or GIF picture"));
    }

    @Test
    void aDamagedPictureIsRefusedAndNothingFails() throws IOException {
        var png = encoded(picture(40, 30), "png");
        for (var upload : new byte[][] {
            Arrays.copyOf(png, 40),
            "GIF89a and then nothing".getBytes(StandardCharsets.US_ASCII),
            {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 0x7F}
        }) {
            assertThat(Picture.of(upload)).isInstanceOf(Picture.Outcome.Refused.class);
        }
    }

    @Test
    void aPictureThatClaimsToBeHugeIsRefusedBeforeItIsUnpacked() throws IOException {
        var bomb = encoded(picture(4, 4), "png");
        ByteBuffer.wrap(bomb).putInt(16, 11_000).putInt(20, 11_000);
        var crc = new CRC32();
        crc.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) crc.getValue());

        assertThat(Picture.of(bomb))
                .isEqualTo(new Picture.Outcome.Refused("has 11000 × 11000 pixels; 40 million are the most"));
        assertThat(Picture.of(new byte[Picture.MOST_BYTES + 1]))
                .isEqualTo(new Picture.Outcome.Refused("must be at most 5 MB"));
    }

    private static Picture accepted(byte[] upload) {
        return switch (Picture.of(upload)) {
            case Picture.Outcome.Accepted(var picture) -> picture;
            case Picture.Outcome.Refused(var reason) -> throw new AssertionError(reason);
        };
    }

    private static BufferedImage picture(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.dispose();
        return image;
    }

    private static BufferedImage redCornered() {
        var image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 10, 10);
        graphics.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    /** A text chunk behind the header, as editors and phones put it there. */
    private static byte[] pngWithText(byte[] png, String text) {
        var data = ("Comment\0" + text).getBytes(StandardCharsets.ISO_8859_1);
        var chunk = ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put("tEXt".getBytes(StandardCharsets.US_ASCII))
                .put(data);
        var crc = new CRC32();
        crc.update(chunk.array(), 4, data.length + 4);
        chunk.putInt((int) crc.getValue());
        return concat(concat(Arrays.copyOf(png, 33), chunk.array()), Arrays.copyOfRange(png, 33, png.length));
    }

    /** The same photo with an EXIF block that says how the camera was held. */
    private static byte[] jpegHeld(int tag, byte[] jpeg) {
        var exif = ByteBuffer.allocate(36)
                .put((byte) 0xFF)
                .put((byte) 0xE1)
                .putShort((short) 34)
                .put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) tag)
                .putShort((short) 0)
                .putInt(0);
        return concat(concat(Arrays.copyOf(jpeg, 2), exif.array()), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] concat(byte[] a, byte[] b) {
        return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
    }
}
