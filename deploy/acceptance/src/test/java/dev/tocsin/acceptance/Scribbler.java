package dev.tocsin.acceptance;

import java.util.List;

import com.microsoft.playwright.Page;

/**
 * Fills every form of a page with far too much, and with nothing: each must come back with its text and say what is wrong.
 * A form that the browser may not check, as the editor's, takes nothing for an answer.
 */
final class Scribbler {
    /** Sends each form as a browser would, without leaving the page, and reads what comes back. */
    private static final String SCRIBBLE = """
            async () => {
              const faults = [];
              const typed = it => it.matches('textarea, input') && it.name && !it.readOnly && !it.disabled
                && !['hidden', 'checkbox', 'radio', 'file', 'password', 'submit', 'button'].includes(it.type);
              const wrong = async (form, how, fields, text) => {
                const fault = what => faults.push(`${form.getAttribute('action') || location.pathname}, ${how}: ${what}`);
                const data = new URLSearchParams(new FormData(form));
                if (form.querySelector('button[name=do][value=save]')) data.set('do', 'save');
                for (const field of fields) data.set(field.name, text);
                const address = form.getAttribute('action') || location.href;
                const answer = await fetch(address, { method: 'POST', body: data, redirect: 'manual' });
                const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
                if (answer.type === 'opaqueredirect') return fault('taken');
                if (answer.status >= 500) return fault(answer.status);
                if (answer.status >= 400 && !page.querySelector('.error')) fault('no word beside a field');
                for (const link of page.querySelectorAll('[role=alert] a[href^="#f-"]'))
                  if (!page.getElementById(decodeURIComponent(link.getAttribute('href').slice(1))))
                    fault(`${link.getAttribute('href')} leads nowhere`);
                for (const field of fields) {
                  const back = [...page.querySelectorAll('input, textarea')].filter(it => it.name === field.name);
                  if (!back.some(it => (it.matches('input') ? it.getAttribute('value') : it.value) === text))
                    fault(`${field.name} is lost`);
                }
              };
              for (const form of document.querySelectorAll('form[method=post]:not([enctype])')) {
                const fields = [...form.elements].filter(typed);
                const needed = fields.filter(it => it.required);
                const much = 'x'.repeat(Math.min(30000, Math.floor(200000 / fields.length)));
                if (fields.length) await wrong(form, 'too much', fields, much);
                if (needed.length && !form.noValidate) await wrong(form, 'nothing', needed, '');
              }
              return faults;
            }""";

    private Scribbler() {}

    /** What is wrong with the forms of this page; nothing was saved by looking. */
    static List<String> scribbleOn(Page page) {
        return ((List<?>) page.evaluate(SCRIBBLE)).stream().map(String::valueOf).toList();
    }
}
