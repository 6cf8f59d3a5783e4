package dev.tocsin.dashboard.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Takes a flash out of the browser once a page has shown it. */
class SpentFlash {
    @ServerResponseFilter
    void clear(ContainerRequestContext request, ContainerResponseContext response) {
        var shown = request.getCookies().containsKey(Flash.COOKIE)
                && response.getMediaType() != null
                && response.getMediaType().getSubtype().equals("html")
                && !request.getHeaders().containsKey("HX-Request");
        if (shown) response.getHeaders().add("Set-Cookie", Flash.cookie("", 0));
    }
}
