"""Which characters TeX's commands print: tables only, which serve both directions."""

from __future__ import annotations

ACCENTS = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0306": "u", "\u0307": ".",
    "\u0308": '"', "\u030a": "r", "\u030b": "H", "\u030c": "v", "\u0323": "d", "\u0326": "textcommabelow",
    "\u0327": "c", "\u0328": "k", "\u0331": "b",
}  # fmt: skip
"""Combining mark to TeX accent."""

MATH_ACCENTS = {
    "\u0300": "grave", "\u0301": "acute", "\u0302": "hat", "\u0303": "tilde", "\u0304": "bar", "\u0306": "breve",
    "\u0307": "dot", "\u0308": "ddot", "\u030c": "check", "\u20d7": "vec",
}  # fmt: skip
"""Combining mark to TeX accent in mathematics, for Greek letters."""


def pairs(text: str) -> dict[str, str]:
    """Return the table in a text of words, of which each is followed by what it stands for."""
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


MATH = pairs(r"""
    α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho
    ς varsigma σ sigma τ tau υ upsilon φ varphi χ chi ψ psi ω omega ϑ vartheta ϖ varpi ϱ varrho
    Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega
    ± pm ∓ mp × times ÷ div · cdot ∗ ast ∘ circ ≤ leq ≥ geq ≪ ll ≫ gg
    ≠ neq ≈ approx ≅ cong ≃ simeq ≡ equiv ∼ sim ∝ propto ∞ infty ∂ partial ∇ nabla ∑ sum ∏ prod ∫ int √ surd
    ∈ in ∉ notin ∋ ni ⊂ subset ⊃ supset ⊆ subseteq ⊇ supseteq ∪ cup ∩ cap ∧ wedge ∨ vee ∀ forall ∃ exists ∅ emptyset
    ⊕ oplus ⊖ ominus ⊗ otimes ⊙ odot ⊥ perp ∥ parallel ∣ mid ∠ angle ⊢ vdash ⊤ top ≺ prec ≻ succ
    ← leftarrow → rightarrow ↑ uparrow ↓ downarrow ↔ leftrightarrow ↕ updownarrow ⇐ Leftarrow ⇒ Rightarrow ⇑ Uparrow
    ⇓ Downarrow ⇔ Leftrightarrow ↗ nearrow ↘ searrow ↙ swarrow ↖ nwarrow ⟶ longrightarrow ⟵ longleftarrow
    ⇌ rightleftharpoons ↦ mapsto ∖ setminus ⋯ cdots ⋮ vdots ⟨ langle ⟩ rangle ℓ ell ℏ hbar ℵ aleph
    ★ star ○ bigcirc △ bigtriangleup ▽ bigtriangledown ⋄ diamond ♭ flat ♯ sharp ♮ natural
    ♠ spadesuit ♥ heartsuit ♦ diamondsuit ♣ clubsuit ℜ Re ℑ Im ℘ wp ∐ coprod ∮ oint ⌊ lfloor ⌋ rfloor ⌈ lceil ⌉ rceil
    ⊓ sqcap ⊔ sqcup ⊎ uplus ⊑ sqsubseteq ⊒ sqsupseteq ⊨ models ⊣ dashv ⊘ oslash ≀ wr ⨿ amalg ≍ asymp ≐ doteq ⋈ bowtie
    ⪯ preceq ⪰ succeq ⌢ frown ⌣ smile ◁ triangleleft ▷ triangleright ↩ hookleftarrow ↪ hookrightarrow ⋱ ddots
    ↼ leftharpoonup ↽ leftharpoondown ⇀ rightharpoonup ⇁ rightharpoondown ⇕ Updownarrow ⟷ longleftrightarrow
    ⟼ longmapsto ⟸ Longleftarrow
    ⋀ bigwedge ⋁ bigvee ⋂ bigcap ⋃ bigcup ⨀ bigodot ⨁ bigoplus ⨂ bigotimes
""")
"""Signs to TeX's names of them in mathematics."""
TEXT = pairs(r"""
    ß ss æ ae Æ AE œ oe Œ OE ø o Ø O å aa Å AA ł l Ł L ı i ȷ j đ dj Đ DJ ð dh Ð DH þ th Þ TH ŋ ng Ŋ NG † textdagger
    ‡ textdaggerdbl § textsection ¶ textparagraph © textcopyright ® textregistered ™ texttrademark ° textdegree
    € texteuro £ textsterling ¥ textyen ¢ textcent ½ textonehalf ¼ textonequarter ¾ textthreequarters
    µ textmu ‰ textperthousand ‱ textpertenthousand … ldots • textbullet ¬ textlnot ¦ textbrokenbar ª textordfeminine
    ¹ textonesuperior ² texttwosuperior ³ textthreesuperior º textordmasculine ¤ textcurrency ¡ textexclamdown
    ¿ textquestiondown ‘ textquoteleft ’ textquoteright « guillemotleft » guillemotright ‹ guilsinglleft
    › guilsinglright „ quotedblbase ‚ quotesinglbase ⁄ textfractionsolidus № textnumero ℗ textcircledP
    ℠ textservicemark ¯ textasciimacron ´ textasciiacute ¨ textasciidieresis ‖ textbardbl ※ textreferencemark
    ₩ textwon ₦ textnaira ₫ textdong ฿ textbaht ℞ textrecipe ℮ textestimated ♪ textmusicalnote ƒ textflorin
""")
"""Signs to TeX's names of them in text."""

OF_PACKAGES = pairs(r"""
    complement ∁ nexists ∄ smallsetminus ∖ nparallel ∦ nmid ∤ backsim ∽ leqq ≦ geqq ≧ lneqq ≨ gneqq ≩ nless ≮ ngtr ≯
    nleq ≰ ngeq ≱ lessgtr ≶ gtrless ≷ lesseqgtr ⋚ gtreqless ⋛ lessdot ⋖ gtrdot ⋗ lnsim ⋦ gnsim ⋧ lessapprox ⪅
    gtrapprox ⪆ lll ⋘ ggg ⋙ eqslantless ⪕ eqslantgtr ⪖ preccurlyeq ≼ succcurlyeq ≽ curlyeqprec ⋞ curlyeqsucc ⋟
    precsim ≾ succsim ≿ nprec ⊀ nsucc ⊁ subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈ nsupseteq ⊉ subseteqq ⫅ supseteqq ⫆
    Subset ⋐ Supset ⋑ Cap ⋒ Cup ⋓ sqsubset ⊏ sqsupset ⊐ Vdash ⊩ Vvdash ⊪ nvdash ⊬ nvDash ⊭ vartriangleleft ⊲
    vartriangleright ⊳ trianglelefteq ⊴ trianglerighteq ⊵ ntriangleleft ⋪ ntriangleright ⋫ multimap ⊸ pitchfork ⋔
    ltimes ⋉ rtimes ⋊ boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ circledast ⊛ circledcirc ⊚ circleddash ⊝ dotplus ∔
    divideontimes ⋇ intercal ⊺ barwedge ⊼ veebar ⊻ curlyvee ⋎ curlywedge ⋏ approxeq ≊ Bumpeq ≎ bumpeq ≏ doteqdot ≑
    triangleq ≜ coloneqq ≔ eqqcolon ≕ coloneq ≔ between ≬ therefore ∴ because ∵ measuredangle ∡ sphericalangle ∢
    nleftarrow ↚ nrightarrow ↛ nRightarrow ⇏ twoheadleftarrow ↞ twoheadrightarrow ↠ leftarrowtail ↢ rightarrowtail ↣
    leftrightsquigarrow ↭ rightsquigarrow ⇝ curvearrowleft ↶ curvearrowright ↷ circlearrowleft ↺ circlearrowright ↻
    upharpoonright ↾ rightleftarrows ⇄ leftrightarrows ⇆ rightrightarrows ⇉ leftleftarrows ⇇ upuparrows ⇈
    leftrightharpoons ⇋ xrightarrow → xleftarrow ← iddots ⋰ blacktriangle ▲ triangle △ vartriangle △ triangledown ▽
    blacktriangledown ▼ lozenge ◊ blacklozenge ⧫ bigstar ★ textbigcircle ◯ textopenbullet ◦ textlangle ⟨
    textrangle ⟩ textvisiblespace ␣ textinterrobang ‽ textdiscount ⁒ textlira ₤ textpeso ₱ textcolonmonetary ₡
    textmho ℧ mho ℧ texttildelow ˷ textphi ɸ texttheta θ textglotstop ʔ beth ℶ gimel ℷ daleth ℸ hslash ℏ varkappa ϰ
    digamma ϝ eth ð backprime ‵ circledS Ⓢ lVert ‖ rVert ‖ Finv Ⅎ mercury ☿ venus ♀ female ♀ earth ♁ mars ♂ male ♂
    jupiter ♃ saturn ♄ uranus ♅ neptune ♆ pluto ♇ astrosun ☉ leftmoon ☾ sinh sinh cosh cosh tanh tanh coth coth
    sec sec csc csc cot cot arcsin arcsin arccos arccos arctan arctan ker ker dim dim deg deg gcd gcd hom hom lg lg
    limsup limsup liminf liminf argmax argmax argmin argmin imath ı jmath ȷ
""")
"""Names of signs that need a package, or are those of functions, to what they print: for reading."""

UPRIGHT = {
    ("Up" if name[0].isupper() else "up") + name.lower(): sign for sign, name in MATH.items() if "Α" < sign < "ϲ"
}
"""Names of Greek letters that stand upright, as Elsevier and Crossref have them: for reading."""

OF_CROSSREF = pairs(r"""
    less < greater > equal = mathplus + mathminus − mathsemicolon ; mathcolon : mathcomma , mathperiod . mathslash /
    mathexclam ! mathquestion ? mathampersand & mathpercent % mathoctothorpe # mathdollar $ mathatsign @
    mathunderscore _ lparen ( rparen ) lbrack [ rbrack ]
""")
"""Names in Crossref's BibTeX of signs that TeX has without one (``{\\&}amp$\\mathsemicolon$``): for reading."""

_CYRILLIC = """
    A А B Б V В G Г D Д E Е YO Ё ZH Ж Z З I И ISHRT Й K К L Л M М N Н O О P П R Р S С T Т U У F Ф H Х C Ц CH Ч SH Ш
    SHCH Щ HRDSN Ъ ERY Ы SFTSN Ь EREV Э YU Ю YA Я GUP Ґ IE Є II І YI Ї USHRT Ў DJE Ђ JE Ј LJE Љ NJE Њ TSHE Ћ DZHE Џ
    DZE Ѕ SCHWA Ә NDSC Ң OTLD Ө Y Ү YHCRS Ұ SHHA Һ KDSC Қ GHCRS Ғ YAT Ѣ FITA Ѳ IZH Ѵ BYUS Ѫ GHK Ҕ ZHDSC Җ ZDSC Ҙ
    KVCRS Ҝ KHCRS Ҟ KBEAK Ҡ NG Ҥ PHK Ҧ ABHHA Ҩ SDSC Ҫ TDSC Ҭ HDSC Ҳ TETSE Ҵ CHRDSC Ҷ CHVCRS Ҹ ABHCH Ҽ ABHCHDSC Ҿ
    KHK Ӄ NHK Ӈ CHLDSC Ӌ AE Ӕ ABHDZE Ӡ LDSC Ӆ MDSC Ӎ OMEGA Ѡ IOTE Ѥ LYUS Ѧ IOTLYUS Ѩ IOTBYUS Ѭ KSI Ѯ PSI Ѱ UK Ѹ
    OMEGARND Ѻ OMEGATITLO Ѽ OT Ѿ KOPPA Ҁ SEMISFTSN Ҍ RTICK Ҏ
"""
CYRILLIC = {f"CYR{name}": letter for name, letter in pairs(_CYRILLIC).items()}
CYRILLIC |= {name.lower(): letter.lower() for name, letter in CYRILLIC.items()}
"""Names of Cyrillic letters, as LaTeX writes them into its files: for reading."""

HEBREW = pairs("""
    hebalef א hebbet ב hebgimel ג hebdalet ד hebhe ה hebvav ו hebzayin ז hebhet ח hebtet ט hebyod י hebfinalkaf ך
    hebkaf כ heblamed ל hebfinalmem ם hebmem מ hebfinalnun ן hebnun נ hebsamekh ס hebayin ע hebfinalpe ף hebpe פ
    hebfinaltsadi ץ hebtsadi צ hebqof ק hebresh ר hebshin ש hebtav ת
""")
"""Names of Hebrew letters (Better BibTeX): for reading."""
LETTERS = pairs("""
    OHORN Ơ ohorn ơ UHORN Ư uhorn ư Thorn Þ textdh ð textHbar Ħ texthbar ħ textTbar Ŧ texttbar ŧ textTstroke Ŧ
    texttstroke ŧ textmalteseH Ħ textmalteseh ħ textkra ĸ texthvlig ƕ hv ƕ textbarl ł ain ʿ ayn ʿ hamza ʾ
    textlengthmark ː textprimstress ˈ textBhook Ɓ textbhook ɓ textChook Ƈ textchook ƈ textDafrican Ɖ textDhook Ɗ
    textdhook ɗ textEopen Ɛ texteopen ɛ textEreversed Ǝ texteturned ǝ textEsh Ʃ ESH Ʃ textEzh Ʒ textezh ʒ textFhook Ƒ
    textfhook ƒ textGammaafrican Ɣ textgammalatinsmall ɣ textIotaafrican Ɩ textiotalatin ɩ textKhook Ƙ textkhook ƙ
    textNhookleft Ɲ textnhookleft ɲ textOopen Ɔ textoopen ɔ textopeno ɔ textPhook Ƥ textphook ƥ textThook Ƭ
    textthook ƭ textTretroflexhook Ʈ texttretroflexhook ʈ textVhook Ʋ textvhook ʋ textYhook Ƴ textyhook ƴ textdtail ɖ
    textrtaild ɖ textrtaill ɭ textrtailn ɳ textrtailr ɽ textrtails ʂ textrtailt ʈ textrtailz ʐ texthtb ɓ texthtd ɗ
    texthtg ɠ texthth ɦ texthtk ƙ textbeltl ɬ textltailm ɱ textltailn ɲ textltilde ɫ textlyoghlig ɮ textbaro ɵ
    textreve ɘ textrevepsilon ɜ textfishhookr ɾ textinvscr ʁ textscr ʀ textrevglotstop ʕ textturna ɐ textturnm ɯ
    textturnv ʌ textturnh ɥ textturnk ʞ textturnr ɹ textturnw ʍ textturny ʎ textramshorns ɤ textctc ɕ textctz ʑ
    textctj ʝ textdyoghlig ʤ textdzlig ʣ
""")
"""Names of letters of Vietnamese, of African languages and of phonetics, in packages for these: for reading."""
