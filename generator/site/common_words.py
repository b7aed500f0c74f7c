"""Words that say nothing about what a person looks for."""

from generator.site.folding import words_of
from generator.wording.words import Words

<<<<<<< HEAD

def common_words(words: Words) -> frozenset[str]:
    """The search leaves them out, unless somebody types nothing else; folded."""
    return frozenset(words_of(_in_language(words)))


def _in_language(words: Words) -> str:
    return words.pgettext(
        "words that the search leaves out",
        "about all am an and any are as at be but by can could do does for from get go had has have he "
        "her here him his how if in into is it its just me my need no not of on or our out she so some "
        "that the their them there they this to up us want was we what when where which who why will with "
        "would you your",
    )
=======
COMMON_WORDS: dict[str, str] = {
    "nl": """
        aan al als alles ben bij daar dan dat de deze die dit doe doen door een en er ga geen gaan graag haar
        heb hebben heeft heel hem het hier hij hoe hun iets iemand ik in is je jij jou jouw kan kon kun kunnen
        maar me mee meer met mij mijn moet na naar niet nog nu of om omdat ons onze ook op over te tot uit van
        veel voor waar want was wat we welke wie wil willen word worden wordt zal ze zich zijn zo zou
    """,
    "fr": """
        ai au aux avec avoir bien ce ces cette chez comment dans de des donc du elle en est et être eu faire
        il ils je la le les leur lui ma mais me mes moi mon ne nos notre nous on ont ou où par pas peut peux
        plus pour puis qu que quel quelle qui quoi sa sans se ses si son sont suis sur ta te tes toi ton tout
        très tu un une veux vos votre vous
    """,
    "en": """
        about all am an and any are as at be but by can could do does for from get go had has have he her here
        him his how if in into is it its just me my need no not of on or our out she so some that the their
        them there they this to up us want was we what when where which who why will with would you your
    """,
    "ar": """
        أن أنا أو أي إلى التي الذي أين بين ثم عن على عند في كل كم كيف لا لم لي ليس ما ماذا مع من نحن هذا هذه
        هل هنا هو هي يا أريد
    """,
    "uk": """
        або але бо був бути в вам вас вона вони все для до де з за зі і він ви ми мені мене мій моя на нас не
        немає ні по при про та так там те ти то у хочу це цей чи що щоб як яка який які є із
    """,
    "tr": """
        acaba ama ancak bana bazı ben beni benim bile bir biri biz bize bizi bizim bu bunu bunun burada çok da
        daha de değil diye edebilir etmek fakat gerek gerekiyor gibi hakkında hangi hem hep her hiç için ile
        ise istiyorum istiyoruz kadar kaç ki kim kime lazım lütfen mi misiniz miyim mu ne neden neler nasıl
        nerede nereden nereye o ol olan olarak olmak olur ona onu onun orada önce sen size sizi sizin siz sonra
        şu şey ve var veya ya yani yapabilirim yapmak yok
    """,
}
>>>>>>> tr
