package dev.tocsin.postmortem.image;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture made anew from an upload: decoded, turned upright, made small enough to read on a page, and written again.
 * So nothing but its pixels is left: no place where a photo was taken, no camera, no appended archive or script.
 *
 * @param mime {@code image/png} or {@code image/jpeg}, whatever the upload called itself
 */
public record Picture(String mime, int width, int height, byte[] bytes) {
    /** Larger uploads are refused. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final int MOST_SIDE = 12_000;
    private static final long MOST_PIXELS = 40_000_000;
    /** Above this every second pixel (or third, …) is skipped while reading: it bounds the memory of one upload. */
    private static final long READ_WHOLE = 9_000_000;

    private static final int SHOWN_WIDTH = 1_600;
    private static final int SHOWN_HEIGHT = 2_400;
    /** A screenshot stays sharp as PNG; a photo this large would only be slow. */
    private static final int LARGE_PNG = 1_200_000;

    private static final float JPEG_QUALITY = 0.86f;

    /** What became of an upload. */
    public sealed interface Outcome {
        record Accepted(Picture picture) implements Outcome {}

        /** {@code reason} completes "the file …". */
        record Refused(String reason) implements Outcome {}
    }

    /** Looks at the bytes and at nothing else: a name or a declared type proves nothing. */
    static Outcome of(byte[] upload) {
        if (upload.length > MOST_BYTES) return new Outcome.Refused("must be at most 5 MB");
        var format = Format.of(upload);
        if (format.isEmpty()) return new Outcome.Refused("must be a PNG, JPEG or GIF picture");
        try {
            return read(upload, format.get());
        } catch (IOException | RuntimeException e) {
            // Readers of the JDK answer damaged files with exceptions of many kinds.
            return new Outcome.Refused("is damaged: it cannot be read as " + format.get());
        }
    }

    private static Outcome read(byte[] upload, Format format) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
            reader.setInput(in, true, true);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            if (width > MOST_SIDE || height > MOST_SIDE || (long) width * height > MOST_PIXELS)
                return new Outcome.Refused("has %d × %d pixels; 40 million are the most".formatted(width, height));
            return new Outcome.Accepted(made(decoded(reader, width, height), upload, format));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decoded(ImageReader reader, int width, int height) throws IOException {
        var how = reader.getDefaultReadParam();
        var skip = 1;
        while ((long) (width / skip) * (height / skip) > READ_WHOLE) skip++;
        how.setSourceSubsampling(skip, skip, 0, 0);
        return reader.read(0, how);
    }

    private static Picture made(BufferedImage decoded, byte[] upload, Format format) throws IOException {
        var turned = format == Format.JPEG ? Orientation.of(upload) : Orientation.UPRIGHT;
        var clear = decoded.getColorModel().hasAlpha();
        var pixels = drawn(decoded, turned, clear);
        if (format != Format.JPEG) {
            var png = png(pixels);
            if (clear || png.length <= LARGE_PNG)
                return new Picture("image/png", pixels.getWidth(), pixels.getHeight(), png);
        }
        return new Picture("image/jpeg", pixels.getWidth(), pixels.getHeight(), jpeg(pixels));
    }

    /** A fresh canvas with the pixels of the old one, upright and small enough. */
    private static BufferedImage drawn(BufferedImage from, Orientation turned, boolean clear) {
        var upright = turned.swapsSides();
        var width = upright ? from.getHeight() : from.getWidth();
        var height = upright ? from.getWidth() : from.getHeight();
        var scale = Math.min(1, Math.min((double) SHOWN_WIDTH / width, (double) SHOWN_HEIGHT / height));
        var canvas = new BufferedImage(
                Math.max(1, (int) Math.round(width * scale)),
                Math.max(1, (int) Math.round(height * scale)),
                clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var graphics = canvas.createGraphics();
        try {
            paint(graphics, from, turned, scale);
        } finally {
            graphics.dispose();
        }
        return canvas;
    }

    private static void paint(Graphics2D graphics, BufferedImage from, Orientation turned, double scale) {
        if (scale == 1) {
            graphics.drawImage(from, turned.of(from.getWidth(), from.getHeight()), null);
            return;
        }
        // Averaging: small letters stay legible, where interpolation alone would break them.
        var width = Math.max(1, (int) Math.round(from.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(from.getHeight() * scale));
        var small = from.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(small, turned.of(width, height), null);
    }

    private static byte[] png(BufferedImage pixels) throws IOException {
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(pixels, "png", out)) throw new IOException("there is no writer of PNG");
        return out.toByteArray();
    }

    private static byte[] jpeg(BufferedImage pixels) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(JPEG_QUALITY);
            writer.write(null, new IIOImage(pixels, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** How to turn pixels so that they stand as the camera was held, by the EXIF tag that is then left out. */
    record Orientation(int tag) {
        static final Orientation UPRIGHT = new Orientation(1);

        static Orientation of(byte[] jpeg) {
            var tag = Exif.orientation(jpeg);
            return tag < 1 || tag > 8 ? UPRIGHT : new Orientation(tag);
        }

        boolean swapsSides() {
            return tag >= 5;
        }

        /** From a picture of this size as it lies to one that stands. */
        AffineTransform of(int width, int height) {
            return switch (tag) {
                case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
                case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
                case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
                case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
                case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
                case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
                default -> new AffineTransform();
            };
        }
    }
}
