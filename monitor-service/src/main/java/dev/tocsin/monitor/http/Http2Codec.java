package dev.tocsin.monitor.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.AbstractHttp2ConnectionHandlerBuilder;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Settings;

/** Netty's client side of HTTP/2, telling the answer of every error instead of only closing. */
final class Http2Codec extends Http2ConnectionHandler {
    private final Http2Answer answer;

    private Http2Codec(
            Http2ConnectionDecoder decoder,
            Http2ConnectionEncoder encoder,
            Http2Settings settings,
            Http2Answer answer) {
        super(decoder, encoder, settings);
        this.answer = answer;
    }

    static Http2Codec telling(Http2Answer answer) {
        return new Builder(answer).build();
    }

    @Override
    public void onError(ChannelHandlerContext ctx, boolean outbound, Throwable cause) {
        answer.broken(cause);
        super.onError(ctx, outbound, cause);
    }

    private static final class Builder extends AbstractHttp2ConnectionHandlerBuilder<Http2Codec, Builder> {
        private final Http2Answer answer;

        Builder(Http2Answer answer) {
            this.answer = answer;
            server(false);
            initialSettings(
                    Http2Settings.defaultSettings().pushEnabled(false).maxHeaderListSize(AnswerReader.HEAD_CAP));
            frameListener(answer);
            gracefulShutdownTimeoutMillis(0);
        }

        @Override
        protected Http2Codec build(
                Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings settings) {
            return new Http2Codec(decoder, encoder, settings, answer);
        }

        @Override
        protected Http2Codec build() {
            return super.build();
        }
    }
}
