package dev.tocsin.dashboard.web;

import java.util.function.Function;

/**
 * What a service said for one card of a page: a value, or the sentence to show instead of it.
 * In a template: {@code {#if answer.down}{#trouble answer.trouble /}{#else}…{answer.value}…{/if}}.
 *
 * @param value null exactly when {@code trouble} is not
 */
public record Answer<T>(T value, String trouble) {
    public static <T> Answer<T> of(T value) {
        return new Answer<>(value, null);
    }

    public boolean down() {
        return trouble != null;
    }

    public <R> Answer<R> map(Function<? super T, ? extends R> change) {
        return down() ? new Answer<>(null, trouble) : new Answer<>(change.apply(value), null);
    }

    public T or(T other) {
        return down() ? other : value;
    }
}
