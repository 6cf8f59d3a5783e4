package dev.tocsin.postmortem.paper;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;

import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.apache.batik.transcoder.image.PNGTranscoder;

/** A drawing as PNG, for mail programs that show no SVG. */
public final class Picture {
    private Picture() {}

    /** {@code width} in pixels, the height follows; on white, since nobody knows what it will stand on. */
    public static byte[] of(Drawing drawing, int width) {
        var transcoder = new PNGTranscoder();
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) width);
        transcoder.addTranscodingHint(ImageTranscoder.KEY_BACKGROUND_COLOR, Color.WHITE);
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
        var out = new ByteArrayOutputStream(64 * 1024);
        try {
            transcoder.transcode(new TranscoderInput(new StringReader(drawing.svg())), new TranscoderOutput(out));
        } catch (TranscoderException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
