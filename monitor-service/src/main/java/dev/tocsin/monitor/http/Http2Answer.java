package dev.tocsin.monitor.http;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.tocsin.monitor.egress.Trouble;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameAdapter;
import io.netty.handler.codec.http2.Http2Headers;

/** Collects the frames of the only stream into an answer. */
final class Http2Answer extends Http2FrameAdapter {
    private final Body body;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Runnable begun;
    private int status;
    private boolean ended;
    private Optional<String> fault = Optional.empty();

    /**
     * @param wanted how much of the body to keep
     * @param begun is told when it begins
     */
    Http2Answer(int wanted, Runnable begun) {
        this.body = new Body(wanted);
        this.begun = begun;
    }

    /** The other side, or we, broke the rules of HTTP/2. */
    void broken(Throwable cause) {
        if (ended || fault.isPresent()) return;
        var words = cause instanceof Http2Exception http ? http.error() + ", " + http.getMessage() : cause.getMessage();
        fault = Optional.of("malformed HTTP/2 answer: " + words);
    }

    /** Nothing more is to be waited for. */
    boolean over() {
        return ended || body.cut() || fault.isPresent();
    }

    /** @throws Trouble when it is none */
    HttpAnswer whole(InetSocketAddress from) throws Trouble {
        if (fault.isPresent()) throw Trouble.ofTarget(fault.get());
        if (status < 200) throw Trouble.ofTarget("malformed HTTP/2 answer: it ends before it begins");
        return new HttpAnswer("2", status, headers, body, from);
    }

    @Override
    public void onHeadersRead(
            ChannelHandlerContext ctx, int stream, Http2Headers part, int padding, boolean endOfStream) {
        read(part);
        ended = endOfStream;
    }

    @Override
    public void onHeadersRead(
            ChannelHandlerContext ctx,
            int stream,
            Http2Headers part,
            int dependency,
            short weight,
            boolean exclusive,
            int padding,
            boolean endOfStream) {
        onHeadersRead(ctx, stream, part, padding, endOfStream);
    }

    @Override
    public int onDataRead(ChannelHandlerContext ctx, int stream, ByteBuf data, int padding, boolean endOfStream) {
        var count = data.readableBytes();
        body.add(ByteBufUtil.getBytes(data), count);
        ended = endOfStream;
        return count + padding;
    }

    /** A server may reset the stream once it has said everything (RFC 9113 §8.1). */
    @Override
    public void onRstStreamRead(ChannelHandlerContext ctx, int stream, long code) {
        if (ended) return;
        fault = Optional.of("the server reset the stream: " + error(code));
    }

    @Override
    public void onGoAwayRead(ChannelHandlerContext ctx, int lastStream, long code, ByteBuf debug) {
        var ours = code != Http2Error.NO_ERROR.code() || lastStream == 0;
        if (ours && !ended) fault = Optional.of("the server went away: " + error(code));
    }

    /** 100 Continue and 103 Early Hints come before the answer, trailers after it. */
    private void read(Http2Headers part) {
        if (status >= 200) return;
        begun.run();
        var code = part.status();
        if (code == null || !code.toString().matches("[1-5]\\d\\d")) {
            fault = Optional.of("malformed HTTP/2 answer: no status");
            return;
        }
        status = Integer.parseInt(code.toString());
        if (status < 200) return;
        part.forEach(header -> {
            var name = header.getKey().toString();
            if (!name.startsWith(":")) headers.merge(name, header.getValue().toString(), (a, b) -> a + ", " + b);
        });
    }

    private static String error(long code) {
        var known = Http2Error.valueOf(code);
        return known == null ? "error " + code : known.name();
    }
}
