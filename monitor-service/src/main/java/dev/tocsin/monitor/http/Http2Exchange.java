package dev.tocsin.monitor.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;

import dev.tocsin.monitor.egress.Trouble;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http2.DefaultHttp2Headers;

/**
 * One exchange over HTTP/2 (RFC 9113). Netty knows frames and HPACK; the bytes go through our own socket, so the
 * phases, the vetted address and the deadline are those of every other probe. For one request.
 */
final class Http2Exchange {
    /** Everything that comes, frames around it included: four times what an honest answer at all our caps needs. */
    private static final long WIRE_CAP = 4L * (Body.CAP + AnswerReader.HEAD_CAP);

    private final InputStream in;
    private final OutputStream out;
    private final Http2Answer answer;

    /**
     * @param wanted how much of the answer's body to keep
     * @param begun is told when the answer begins: settings and windows come before it
     */
    Http2Exchange(InputStream in, OutputStream out, int wanted, Runnable begun) {
        this.in = in;
        this.out = out;
        this.answer = new Http2Answer(wanted, begun);
    }

    HttpAnswer answer(HttpRequest request, InetSocketAddress from) throws IOException {
        var codec = Http2Codec.telling(answer);
        var channel = new EmbeddedChannel();
        channel.config().setAllocator(UnpooledByteBufAllocator.DEFAULT);
        try {
            channel.pipeline().addLast(codec);
            ask(channel, codec, request);
            hear(channel);
            return answer.whole(from);
        } finally {
            channel.finishAndReleaseAll();
        }
    }

    private void ask(EmbeddedChannel channel, Http2Codec codec, HttpRequest request) throws IOException {
        var head = new DefaultHttp2Headers()
                .method(request.method())
                .scheme(request.url().secure() ? "https" : "http")
                .path(request.url().target());
        request.fields().forEach((name, value) -> {
            if (name.equals("host")) head.authority(value);
            else if (!name.equals("connection")) head.add(name, value);
        });
        var context = channel.pipeline().context(codec);
        var stream = codec.connection().local().incrementAndGetNextStreamId();
        var bare = request.body().length == 0;
        codec.encoder().writeHeaders(context, stream, head, 0, bare, context.newPromise());
        if (!bare)
            codec.encoder()
                    .writeData(context, stream, Unpooled.wrappedBuffer(request.body()), 0, true, context.newPromise());
        channel.flush();
        flush(channel);
    }

    private void hear(EmbeddedChannel channel) throws IOException {
        var buffer = new byte[16 * 1024];
        var left = WIRE_CAP;
        while (!answer.over()) {
            var n = in.read(buffer);
            if (n < 0) throw Trouble.ofTarget("the connection closed before the answer was complete");
            left -= n;
            if (left < 0) throw Trouble.ofTarget("the answer is wrapped in too much");
            channel.writeInbound(Unpooled.copiedBuffer(buffer, 0, n));
            flush(channel);
        }
    }

    private void flush(EmbeddedChannel channel) throws IOException {
        for (ByteBuf bytes = channel.readOutbound(); bytes != null; bytes = channel.readOutbound()) {
            try {
                bytes.readBytes(out, bytes.readableBytes());
            } finally {
                bytes.release();
            }
        }
        out.flush();
    }
}
