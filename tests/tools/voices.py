"""A device that speaks: instead of a sound, what it says is kept."""

VOICES = """
    window.spoken = [];
    window.voices = ["fr-FR", "nl-NL", "nl-BE", "ar-SA"].map((lang) => ({ lang, name: lang }));
    window.SpeechSynthesisUtterance = class extends EventTarget {
        constructor(text) { super(); this.text = text; }
    };
    Object.defineProperty(window, "speechSynthesis", { value: {
        getVoices: () => window.voices,
        speak: (utterance) => window.spoken.push(`${utterance.lang} ${utterance.text}`),
        cancel: () => {},
        addEventListener: () => {},
    } });
"""
"""`window.voices` may be replaced; `window.spoken` holds "nl-BE Goeiedag." and so on."""
